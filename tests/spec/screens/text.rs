//! What goes along as text says what the screen says.

use wijkdeur::node::{Inside, Kind, Node, Piece, element, to_text, with};

type Plain = Node<()>;

fn verbatim(text: &str) -> Plain {
    Node(Box::new(Kind::Text(text.to_owned())))
}

fn inside(pieces: Vec<Plain>) -> Inside<()> {
    pieces.into_iter().collect()
}

fn say(tag: &'static str, text: &str) -> Plain {
    element(tag, "", text.add(Inside::default()))
}

fn row(term: &str, said: Vec<Plain>) -> Plain {
    element("div", "", inside(vec![say("dt", term), element("dd", "", inside(said))]))
}

fn link(address: &str, text: &str) -> Plain {
    with("a", vec![("href", address.to_owned())], text.add(Inside::default()))
}

#[test]
fn a_text_has_a_line_for_each_block_and_a_dash_for_each_item() {
    let about = element("small", "", "gratis".add(Inside::default()));
    let label = inside(vec![verbatim("Bel 0800-1809 "), about]);
    let label = element("span", "nl-button__label", label);
    let call = vec![("class", "nl-button wd-call".to_owned()), ("href", "tel:08001809".to_owned())];
    let screen = inside(vec![
        element("button", "wd-back", "Terug".add(Inside::default())),
        say("h1", "Hier kunt u terecht"),
        with(
            "div",
            vec![("role", "status".to_owned())],
            inside(vec![say("p", "Alles is gewist.")]),
        ),
        element("p", "wd-kicker", "Eerst dit".add(Inside::default())),
        say("h2", "Wijkteam\n  Klarendal"),
        element(
            "p",
            "",
            inside(vec![verbatim("Zij   denken "), say("strong", "met u"), verbatim(" mee.")]),
        ),
        with("a", call, inside(vec![label])),
        element(
            "dl",
            "wd-facts",
            inside(vec![
                row("Wanneer", vec![verbatim("maandag")]),
                row("Binnenlopen", vec![verbatim("Straat 1"), say("div", "Open op: dinsdag")]),
                row("Website", vec![link("https://www.wijkteams.nl/", "www.wijkteams.nl")]),
            ]),
        ),
        element(
            "ul",
            "",
            inside(vec![
                element("li", "", inside(vec![say("h3", "Villa"), say("p", "Een huis")])),
                element(
                    "li",
                    "",
                    inside(vec![verbatim("Neem "), link("#inhoud", "dit"), verbatim(" mee")]),
                ),
            ]),
        ),
        element("p", "wd-screen-only", "Alleen hier".add(Inside::default())),
    ]);
    assert_eq!(
        to_text(&element("div", "", screen)),
        "Hier kunt u terecht\nEerst dit\n\nWijkteam Klarendal\nZij denken met u mee.\n\n\
         Bel 0800-1809: gratis\n\nWanneer: maandag\nBinnenlopen: Straat 1\n  Open op: dinsdag\n\
         Website: www.wijkteams.nl\n\n- Villa\n  Een huis\n- Neem mee"
    );
}

#[test]
fn what_somebody_wrote_stays_as_they_wrote_it() {
    let story = "Ik slaap slecht.\n\n  Ik wil graag praten.\n";
    let field =
        with("textarea", vec![("data-story", String::new())], inside(vec![verbatim(story)]));
    let around = element("div", "wd-screen-only", inside(vec![say("label", "Uw verhaal"), field]));
    let screen = element("div", "", inside(vec![say("h1", "Mijn verhaal"), around]));
    assert_eq!(to_text(&screen), "Mijn verhaal\nIk slaap slecht.\n\n  Ik wil graag praten.");
}
