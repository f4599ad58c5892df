//! Conditions: what they name has to exist, and to be known by then.

use super::Found;
use crate::content::authored::pointer::item;
use crate::content::authored::spelling::{perhaps, quoted};
use crate::domain::{Catalogue, Condition, Kind, NeedId, Question, Who};

/// What a condition may name.
pub(super) struct Scope<'c> {
    /// All questions and needs.
    pub catalogue: &'c Catalogue,
    /// The questions answered by then: those above, or all.
    pub above: &'c [Question],
    /// The question the condition belongs to, if it is one.
    pub own: Option<&'c Question>,
}

impl<'c> Scope<'c> {
    /// Judges a condition at a place.
    pub fn judge(&self, at: &str, condition: &Condition, found: &mut Found<'_>) {
        match condition {
            Condition::Always => {}
            Condition::Young => self.young(at, found),
            Condition::All(list) => self.list(&(at.to_owned() + "/all"), list, found),
            Condition::Any(list) => self.list(&(at.to_owned() + "/any"), list, found),
            Condition::Not(inner) => self.judge(&(at.to_owned() + "/not"), inner, found),
            Condition::Chose(question, choice) => {
                self.chose(at, question.as_str(), choice.as_str(), found);
            }
            Condition::NeedsAtMost(0) => found.add(
                at.to_owned() + "/needs-at-most",
                "dit klopt nooit als er een behoefte speelt; noem minstens 1",
            ),
            Condition::NeedsAtMost(_) => {}
            Condition::Needs(need) => self.needs(&(at.to_owned() + "/needs"), need, found),
            Condition::Age(person, groups) => {
                self.age(at, *person, found);
                if groups.is_empty() {
                    found.add(
                        at.to_owned() + "/age/1",
                        "hier staat geen leeftijdsgroep; noem er minstens één",
                    );
                }
            }
        }
    }

    fn list(&self, at: &str, list: &[Condition], found: &mut Found<'_>) {
        if list.is_empty() {
            found.add(at, "deze lijst met voorwaarden is leeg; noem er minstens één");
        }
        for (index, condition) in list.iter().enumerate() {
            self.judge(&item(at, index), condition, found);
        }
    }

    fn chose(&self, at: &str, question: &str, choice: &str, found: &mut Found<'_>) {
        let named = |asked: &&Question| asked.id.as_str() == question;
        let mut above = self.above.iter().filter(named).peekable();
        if above.peek().is_none() {
            let names: Vec<&str> =
                self.catalogue.questions.iter().map(|asked| asked.id.as_str()).collect();
            let own = self.own.is_some_and(|own| own.id.as_str() == question);
            let message = match names.contains(&question) {
                true if own => {
                    "een vraag kan niet van zichzelf afhangen; noem een vraag die erboven staat"
                        .into()
                }
                true => format!(
                    "de vraag {} staat lager; een voorwaarde mag alleen een vraag noemen die erboven staat",
                    quoted(question)
                ),
                false if found.is_lost(question) => return,
                false => format!(
                    "de vraag {} bestaat niet{}",
                    quoted(question),
                    perhaps(question, &names)
                ),
            };
            found.add(at.to_owned() + "/chose/0", message);
            return;
        }
        let choices: Vec<&str> =
            above.flat_map(|asked| &asked.choices).map(|choice| choice.id.as_str()).collect();
        found.refers(
            at.to_owned() + "/chose/1",
            &format!("de keuze bij de vraag {}", quoted(question)),
            choice,
            &choices,
        );
    }

    fn needs(&self, at: &str, need: &NeedId, found: &mut Found<'_>) {
        if self.catalogue.need(need).is_none() {
            let names: Vec<&str> =
                self.catalogue.needs.iter().map(|need| need.id.as_str()).collect();
            found.refers(at, "de behoefte", need.as_str(), &names);
            return;
        }
        let leads = self
            .above
            .iter()
            .flat_map(|question| &question.choices)
            .any(|choice| choice.need.as_ref() == Some(need));
        if !leads && !found.is_lost(need.as_str()) {
            found.add(
                at,
                format!(
                    "geen keuze in een vraag hierboven leidt tot de behoefte {}; zet deze vraag lager",
                    quoted(need.as_str())
                ),
            );
        }
    }

    fn young(&self, at: &str, found: &mut Found<'_>) {
        let mut choices = self.above.iter().flat_map(|question| &question.choices);
        if !choices.any(|choice| choice.young) {
            found.add(
                at,
                "geen keuze in een vraag hierboven zegt dat iemand jonger dan 18 is; zet deze vraag lager",
            );
        }
    }

    fn age(&self, at: &str, person: u8, found: &mut Found<'_>) {
        let asked = self.above.iter().any(|question| {
            matches!(question.kind, Kind::Age | Kind::ChildAge)
                && question.who == Who::Person(person)
        });
        if !asked && !found.is_lost("age") && !found.is_lost("child-age") {
            found.add(
                at.to_owned() + "/age/0",
                format!(
                    "geen vraag hierboven vraagt de leeftijd van persoon {person}; zet die vraag erboven of noem een andere persoon"
                ),
            );
        }
    }
}
