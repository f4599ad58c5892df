//! The walk through the questions, worked out afresh from the answers every time.
//!
//! A question may only lead to one below it in the catalogue, so one pass over
//! the list is the whole walk and every walk ends.

use super::*;

/// How far the answers lead.
#[derive(Clone, Debug)]
pub struct Journey<'a> {
    /// Everything that follows from the answers on the path.
    pub facts: Facts<'a>,
    /// What comes next.
    pub stop: Stop<'a>,
}

/// What comes after the answers given so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop<'a> {
    /// This question.
    Asking(&'a Question),
    /// Nothing: there is enough for an advice.
    Ready,
}

/// What is known, from the answers that lie on the path only.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The answers on the path, in the order of asking.
    pub given: Vec<(&'a Question, &'a Answer)>,
    /// The needs in play, in the order they were asked about.
    pub needs: Vec<&'a Need>,
    /// The flags raised, in the order they came up.
    pub flags: Vec<&'a Flag>,
    /// Where it is.
    pub place: Where<'a>,
    /// Whoever asks said to be under 18.
    pub young: bool,
    /// An answer said that somebody should be in touch at least this soon.
    pub at_least: Urgency,
    /// Parts of life that an answer touches by itself.
    pub touched: Vec<LifeDomain>,
}

/// With so many needs together somebody should be in touch soon.
const MANY_NEEDS: usize = 3;

impl<'a> Facts<'a> {
    /// What was answered, as it is told: who said nothing about danger is not reminded of it,
    /// nor is whoever reads along.
    pub fn told<'s>(
        &'s self,
        catalogue: &'s Catalogue,
    ) -> impl Iterator<Item = (&'a Question, &'a Answer)> + 's {
        let all = self.given.iter().copied();
        all.filter(|(question, answer)| {
            **answer != Answer::Skipped || !catalogue.asks_danger(question)
        })
    }

    /// Whether this was chosen, about whomever it was asked.
    pub fn chose(&self, question: &QuestionId, choice: &ChoiceId) -> bool {
        self.given.iter().any(|(asked, answer)| asked.id == *question && answer.holds(choice))
    }

    /// The age group somebody gave.
    pub fn age(&self, who: Who) -> Option<AgeGroup> {
        self.given.iter().find_map(|(question, answer)| match answer {
            Answer::Age(age) if question.who == who => Some(*age),
            _ => None,
        })
    }

    /// The question that decided that a line is there. What no answer in particular decided
    /// goes back to the first question.
    pub fn decided_by(&self, reason: &Reason<'_>) -> Option<&'a Question> {
        let helps = |id: &NeedId, route: &RouteCode| {
            let need = self.needs.iter().find(|need| need.id == *id);
            need.is_some_and(|need| need.helps.iter().any(|help| help.route == *route))
        };
        let decides = |question: &Question, answer: &Answer| match reason {
            Reason::Elsewhere => question.kind == Kind::Place,
            // Where more than one thing was chosen.
            Reason::Several => {
                let needs = question.counting(answer).filter(|choice| choice.need.is_some());
                needs.count() > 1
            }
            Reason::Everyone => false,
            Reason::Need(_) | Reason::Flag(_) | Reason::Referral(_) => {
                question.counting(answer).any(|choice| match reason {
                    Reason::Flag(flag) => choice.flag.as_ref() == Some(&flag.id),
                    Reason::Need(need) => choice.need.as_ref() == Some(&need.id),
                    Reason::Referral(to) => choice.need.as_ref().is_some_and(|id| helps(id, to)),
                    _ => false,
                })
            }
        };
        let found = self.given.iter().find(|(question, answer)| decides(question, answer));
        found.or(self.given.first()).map(|(question, _)| *question)
    }

    /// The needs that decide: those that only say who asks count as long as nothing
    /// else is known.
    pub fn telling_needs(&self) -> impl Iterator<Item = &'a Need> {
        let known = self.needs.iter().any(|need| !need.general);
        self.needs.iter().copied().filter(move |need| !(need.general && known))
    }

    /// The flags that say how urgent it is: a general one only as long as nothing
    /// else is known.
    pub fn telling_flags(&self) -> impl Iterator<Item = &'a Flag> {
        let known = !self.needs.is_empty() || self.flags.iter().any(|flag| !flag.general);
        self.flags.iter().copied().filter(move |flag| !(flag.general && known))
    }

    /// The most urgent of what is in play.
    pub fn urgency(&self) -> Urgency {
        let flags = self.telling_flags().map(|flag| flag.urgency);
        let needs = self.telling_needs().map(|need| need.urgency);
        let many = self.telling_needs().count() >= MANY_NEEDS;
        let at_least = self.at_least.max(if many { Urgency::Soon } else { Urgency::None });
        flags.chain(needs).fold(at_least, Ord::max)
    }

    /// The parts of life in play, each once. What somebody under 18 asks is always about
    /// growing up as well.
    pub fn domains(&self) -> Vec<LifeDomain> {
        let needs = self.telling_needs().flat_map(|need| &need.domains);
        let flags = self.telling_flags().flat_map(|flag| &flag.domains);
        let all = needs.chain(flags).chain(&self.touched).copied();
        let young = self.young.then_some(LifeDomain::Jeugd);
        let mut domains: Vec<LifeDomain> = all.chain(young).collect();
        domains.sort_unstable();
        domains.dedup();
        domains
    }

    /// Whether this asks for help under the Wmo: only then there is a *melding*, with its six
    /// weeks and the seven days for a personal plan (Wmo 2015, artikel 2.3.2, lid 1 and 2).
    ///
    /// No other law a municipality carries out has them. So a need has to say it: not what a
    /// complaint or an objection is about, nor a need that one of those speaks for (they are of
    /// no part of life themselves). And not for somebody under 18, who is helped under the
    /// Jeugdwet (artikel 1.1 and 2.3); a parent who asks for a child at home is not under 18.
    pub fn asks_wmo(&self) -> bool {
        let minor = self.young || self.age(Who::Person(0)).is_some_and(AgeGroup::is_minor);
        let disputed = |need: &Need| {
            let mut disputes = self.telling_needs().filter(|other| other.domains.is_empty());
            disputes.any(|other| other.covers.contains(&need.id))
        };
        let mut needs = self.telling_needs();
        !minor && needs.any(|need| need.domains.contains(&LifeDomain::Wmo) && !disputed(need))
    }

    /// What decides, besides the needs, who helps.
    pub fn situation(&self, day: Date) -> Situation<'a> {
        Situation { place: self.place.clone(), day, family: self.is_family(), ages: self.ages() }
    }

    /// A household with a child and questions in several parts of life.
    pub fn is_family(&self) -> bool {
        let domains = self.domains();
        domains.contains(&LifeDomain::Jeugd) && domains.len() > 1
    }

    /// The ages that were given; of who only said to be under 18, all up to then.
    pub fn ages(&self) -> AgeSet {
        let given = self.given.iter().filter_map(|(_, answer)| match answer {
            Answer::Age(age) => Some(*age),
            _ => None,
        });
        let ages: AgeSet = given.collect();
        if ages.is_empty() && self.young {
            return AgeGroup::ALL.into_iter().filter(|age| age.is_minor()).collect();
        }
        ages
    }
}

impl<'a> Journey<'a> {
    /// Walks the catalogue with these answers on a day.
    pub fn walk(
        catalogue: &'a Catalogue,
        directory: &'a Directory,
        answers: &'a Answers,
        today: Date,
    ) -> Self {
        let mut walk = Walk::new(catalogue, directory, today);
        while let Some(question) = walk.asks() {
            let answer = answers.get(question.who, &question.id);
            if !answer.is_some_and(|answer| walk.take(answer)) {
                return Self { facts: walk.facts, stop: Stop::Asking(question) };
            }
        }
        Self { facts: walk.facts, stop: Stop::Ready }
    }
}

/// A walk that is under way: one question after the other.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    catalogue: &'a Catalogue,
    directory: &'a Directory,
    today: Date,
    /// The place of the next question to look at.
    next: usize,
    /// What is known so far.
    pub facts: Facts<'a>,
}

impl<'a> Walk<'a> {
    /// At the first question.
    pub fn new(catalogue: &'a Catalogue, directory: &'a Directory, today: Date) -> Self {
        let facts = Facts {
            given: Vec::new(),
            needs: Vec::new(),
            flags: Vec::new(),
            place: Where::Unknown,
            young: false,
            at_least: Urgency::None,
            touched: Vec::new(),
        };
        Self { catalogue, directory, today, next: 0, facts }
    }

    /// The next question that is asked; nothing at the end.
    pub fn asks(&mut self) -> Option<&'a Question> {
        let catalogue = self.catalogue;
        while let Some(question) = catalogue.questions.get(self.next) {
            let matters = || {
                question.kind != Kind::Wijk || wijk_matters(self.directory, &self.facts, self.today)
            };
            if question.when.holds(&self.facts) && matters() {
                return Some(question);
            }
            self.next += 1;
        }
        None
    }

    /// Takes an answer to the question that is asked, if it is one.
    pub fn take(&mut self, answer: &'a Answer) -> bool {
        let Some(question) = self.asks() else { return false };
        let takes = question.takes(answer, self.directory, &self.facts.given);
        if takes {
            take(self.catalogue, self.directory, &mut self.facts, question, answer);
            self.next += 1;
        }
        takes
    }
}

/// Whether to ask which *wijk* it is: never guess, never ask for nothing, and never from an
/// empty list.
fn wijk_matters(directory: &Directory, facts: &Facts<'_>, today: Date) -> bool {
    let from_list = !directory.wijken.is_empty()
        && facts.given.iter().any(|(_, answer)| **answer == Answer::Place(Place::FromList));
    match &facts.place {
        Where::In(wijken) => directory.teams_differ(wijken, today),
        Where::Unknown => from_list,
        Where::Elsewhere => false,
    }
}

/// Draws what follows from one answer.
fn take<'a>(
    catalogue: &'a Catalogue,
    directory: &'a Directory,
    facts: &mut Facts<'a>,
    question: &'a Question,
    answer: &'a Answer,
) {
    match (question.kind, answer) {
        (Kind::Place, Answer::Place(Place::Postcode(postcode))) => {
            if let Some(wijken) = directory.wijken_of(*postcode).filter(|found| !found.is_empty()) {
                facts.place = Where::In(wijken);
            }
        }
        (Kind::Place, Answer::Place(Place::Elsewhere)) => facts.place = Where::Elsewhere,
        (Kind::Wijk, Answer::One(code)) => {
            if let Some(wijk) = directory.wijken.iter().find(|w| w.code.as_str() == code.as_str()) {
                facts.place = Where::In(vec![&wijk.code]);
            }
        }
        _ => {}
    }
    for choice in question.counting(answer) {
        facts.young |= choice.young;
        facts.at_least = facts.at_least.max(choice.urgency);
        facts.touched.extend(&choice.domains);
        if let Some(need) = choice.need.as_ref().and_then(|id| catalogue.need(id))
            && !facts.needs.iter().any(|known| known.id == need.id)
        {
            facts.needs.push(need);
        }
        if let Some(flag) = choice.flag.as_ref().and_then(|id| catalogue.flag(id))
            && !facts.flags.iter().any(|known| known.id == flag.id)
        {
            facts.flags.push(flag);
        }
    }
    facts.given.push((question, answer));
}
