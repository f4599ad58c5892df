//! What can be done on a screen, and one of those things by chance: by what stands on it and
//! by nothing else.

use crate::author::prove::Dice;
use crate::content::Bundle;
use crate::names::attribute;
use crate::node::{Filled, Kind, Listener, Node};

/// What a button is there for.
#[derive(Clone, Debug)]
pub enum Way<A> {
    /// It tells this.
    Act(A),
    /// The page listens to it, by this name.
    Control(String),
    /// It sends its form.
    Sends,
}

/// What somebody does on a screen.
pub enum Deed<A> {
    /// Presses a button: the how-many-th of all.
    Pressed(usize, Way<A>),
    /// Fills in the first form, which tells this when it is sent.
    Sent(Filled, A),
}

/// One thing to do: a form more often than not.
pub fn deed<A: Clone>(screen: &Node<A>, town: &Bundle, dice: &mut Dice) -> Option<Deed<A>> {
    if let Some(form) = forms(screen).first()
        && dice.below(4) > 0
    {
        let filled = fill(form, town, dice);
        return send(form, &filled).map(|told| Deed::Sent(filled, told));
    }
    let sends = |way: &Way<A>| matches!(way, Way::Sends);
    let mut ways: Vec<_> =
        ways(screen).into_iter().enumerate().filter(|(_, way)| !sends(way)).collect();
    let at = dice.below(ways.len());
    (!ways.is_empty()).then(|| ways.swap_remove(at)).map(|(at, way)| Deed::Pressed(at, way))
}

/// All buttons of a screen.
pub fn ways<A: Clone>(screen: &Node<A>) -> Vec<Way<A>> {
    let mut ways = Vec::new();
    each(screen, &mut |node| {
        let Kind::Element("button", attributes, _, listener) = &*node.0 else { return };
        let control = attributes.iter().find(|(name, _)| *name == attribute::DO);
        ways.push(match (listener, control) {
            (Listener::Pressed(act), _) => Way::Act(act.clone()),
            (_, Some((_, name))) => Way::Control(name.clone()),
            _ => Way::Sends,
        });
    });
    ways
}

/// All forms of a screen.
pub fn forms<A>(screen: &Node<A>) -> Vec<&Node<A>> {
    let mut forms = Vec::new();
    each(screen, &mut |node| {
        if let Kind::Element("form", ..) = &*node.0 {
            forms.push(node);
        }
    });
    forms
}

fn each<'n, A>(node: &'n Node<A>, look: &mut dyn FnMut(&'n Node<A>)) {
    look(node);
    if let Kind::Element(_, _, inside, _) = &*node.0 {
        inside.0.iter().for_each(|node| each(node, look));
    }
}

/// What a form tells when it is sent with this.
pub fn send<A>(form: &Node<A>, filled: &Filled) -> Option<A> {
    match &*form.0 {
        Kind::Element(_, _, _, Listener::Sent(sent)) => Some(sent(filled)),
        _ => None,
    }
}

/// A field: its name, its type, and the value that choosing it gives.
struct Field {
    name: String,
    kind: String,
    value: String,
}

/// Fills in a form.
pub fn fill<A>(form: &Node<A>, town: &Bundle, dice: &mut Dice) -> Filled {
    let mut fields: Vec<Field> = Vec::new();
    each(form, &mut |node| {
        let Kind::Element(tag, attributes, ..) = &*node.0 else { return };
        let get = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.clone())
        };
        if let (true, Some(name)) = (["input", "textarea"].contains(tag), get("name")) {
            let kind = get("type").unwrap_or_else(|| "text".to_owned());
            fields.push(Field { name, kind, value: get("value").unwrap_or_default() });
        }
    });
    let mut names: Vec<&String> = fields.iter().map(|field| &field.name).collect();
    names.dedup();
    let of = |name: &String| fields.iter().filter(|field| field.name == *name).collect::<Vec<_>>();
    names.into_iter().map(|name| (name.clone(), values(&of(name), town, dice))).collect()
}

/// What is filled in or chosen of one field.
fn values(options: &[&Field], town: &Bundle, dice: &mut Dice) -> Vec<String> {
    let value = |option: &&Field| option.value.clone();
    match options[0].kind.as_str() {
        "radio" if dice.below(12) == 0 => vec![],
        "radio" => dice.one(options).map(value).into_iter().collect(),
        "checkbox" => {
            // One more often than several.
            let most = [0, 1, 1, 1, 1, 2, 2, 3, 4][dice.below(9)];
            let mut chosen: Vec<String> =
                (0..most).filter_map(|_| dice.one(options).map(value)).collect();
            chosen.sort();
            chosen.dedup();
            chosen
        }
        _ if options[0].name == "answer" => vec![postcode(town, dice)],
        _ if options[0].name == "website" => vec![String::new()],
        _ => {
            let said = [
                "",
                "",
                "06 12345678",
                "026 123 45 67",
                "iemand@voorbeeld.nl",
                "Bel\u{202e} mij",
                "بيت",
                "geen",
                "Straat 1\n1234 AB",
                "123456782",
            ];
            vec![said[dice.below(said.len())].to_owned()]
        }
    }
}

/// A postcode of the town, or nothing of the kind.
fn postcode(town: &Bundle, dice: &mut Dice) -> String {
    let typed = ["", "1011", "geen", "0000 AA"];
    match dice.below(6) {
        0 => typed[dice.below(typed.len())].to_owned(),
        _ => dice.one(&town.directory.postcodes).map_or("1011".into(), |row| row.from.to_string()),
    }
}
