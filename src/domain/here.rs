//! Who helps with what for one household: in one place, on one day.

use super::*;

/// What decides, besides the need itself, who helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation<'a> {
    /// Where it is.
    pub place: Where<'a>,
    /// The day.
    pub day: Date,
    /// A household with a child and questions in several parts of life.
    pub family: bool,
    /// The ages in it.
    pub ages: AgeSet,
}

impl<'a> Situation<'a> {
    /// Of anybody in a place: no household is known.
    pub fn of_anybody(place: Where<'a>, day: Date) -> Self {
        Self { place, day, family: false, ages: AgeSet::default() }
    }
}

/// A party that gives a kind of help, and the statement that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Giver<'a> {
    /// Who.
    pub party: &'a Provider,
    /// By which statement.
    pub coverage: &'a Coverage,
    /// How near that was said.
    pub level: Level<'a>,
}

impl Giver<'_> {
    /// Whether the whole country can reach it: it says more than where to look for another.
    fn is_line_of_the_country(&self) -> bool {
        self.level == Level::Country && !self.party.reach.is_empty()
    }

    /// Whether it says that it is there for this need.
    pub fn names(&self, need: &NeedId) -> bool {
        self.coverage.needs.contains(need)
    }

    fn is_far(&self) -> bool {
        self.level == Level::Country
    }
}

/// Who gives a kind of help in some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served<'a> {
    /// A party that is named for it.
    By(Giver<'a>),
    /// Nobody is named: the general entrance finds out.
    Entrance(&'a Provider),
    /// Not even an entrance is known.
    Nobody,
}

impl<'a> Served<'a> {
    /// The party to reach, if there is one.
    pub fn provider(self) -> Option<&'a Provider> {
        match self {
            Self::By(giver) => Some(giver.party),
            Self::Entrance(party) => Some(party),
            Self::Nobody => None,
        }
    }
}

/// One rung of a ladder: a way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung<'a> {
    /// The way.
    pub reach: &'a Reach,
    /// Whose way it is.
    pub party: &'a Provider,
    /// How near it was said that it is open to whoever asks.
    pub level: Level<'a>,
    /// The *wijk* to go to, when that is another one than one's own.
    pub away: Option<&'a WijkCode>,
    /// What is known of it is old ([`Reach::old_from`]). A line of the country never is: others
    /// keep it than who keeps this directory.
    pub old: bool,
}

impl Rung<'_> {
    /// What orders the ways of one party before what works now does: a person before what is
    /// only written, near before far, and what is known before what is old.
    fn standing(&self) -> (bool, bool, bool) {
        (self.reach.channel.is_written(), self.away.is_some(), self.old)
    }
}

/// Everybody who helps here, by kind of help.
#[derive(Clone, Debug)]
pub struct Here<'a> {
    /// The national half.
    pub catalogue: &'a Catalogue,
    /// The local half.
    pub directory: &'a Directory,
    /// For whom.
    pub situation: Situation<'a>,
    /// By the place of the kind of help in the catalogue: parties of the municipality
    /// before those of the country, near before far; for danger those of the country first.
    givers: Vec<Vec<Giver<'a>>>,
}

impl<'a> Here<'a> {
    /// Works out who helps with what.
    pub fn new(
        catalogue: &'a Catalogue,
        directory: &'a Directory,
        situation: Situation<'a>,
    ) -> Self {
        let mut here = Self {
            catalogue,
            directory,
            situation,
            givers: vec![Vec::new(); catalogue.routes.len()],
        };
        // Elsewhere nobody of this municipality helps.
        if here.situation.place != Where::Elsewhere {
            directory.providers.iter().for_each(|party| here.add(party));
        }
        let Situation { day, .. } = here.situation;
        for givers in &mut here.givers {
            givers.sort_by(|a, b| {
                b.coverage
                    .families
                    .cmp(&a.coverage.families)
                    .then(a.level.width().cmp(&b.level.width()))
                    .then(b.party.is_fresh(day).cmp(&a.party.is_fresh(day)))
                    .then(b.party.source_date.cmp(&a.party.source_date))
            });
        }
        catalogue.national.iter().for_each(|party| here.add(party));
        // Whom the municipality names for it, before others who do the same.
        if let Fact::Known(id) = &directory.municipality.client_support
            && let Some(at) = catalogue.route_index(&catalogue.support)
        {
            here.givers[at].sort_by_key(|giver| giver.party.id != *id);
        }
        for (at, route) in catalogue.routes.iter().enumerate() {
            // A line for danger of the whole country always leads; those of here stand beside it.
            if route.kind == RouteKind::Crisis {
                here.givers[at].sort_by_key(|giver| !giver.is_line_of_the_country());
            }
            if let Some(instead) = route.instead.as_ref().filter(|_| here.givers[at].is_empty()) {
                here.givers[at] = here.serving(instead).to_vec();
            }
        }
        here
    }

    fn add(&mut self, party: &'a Provider) {
        let whole = party.kind == ProviderKind::Team;
        let Situation { place, day, family, ages } = &self.situation;
        if !party.is_for(*ages) {
            return;
        }
        for coverage in &party.serves {
            if !coverage.holds_on(*day) || (coverage.families && !family) {
                continue;
            }
            let Some(level) = self.directory.level(&coverage.scope, place, whole) else { continue };
            for route in &coverage.routes {
                let givers = self.catalogue.route_index(route);
                let Some(givers) = givers.and_then(|at| self.givers.get_mut(at)) else { continue };
                let new = Giver { party, coverage, level };
                let same = |known: &&mut Giver<'a>| {
                    known.party.id == party.id && known.coverage.needs == coverage.needs
                };
                match givers.iter_mut().find(same) {
                    // Said twice, the nearest counts.
                    Some(known) if level.width() < known.level.width() => *known = new,
                    Some(_) => {}
                    None => givers.push(new),
                }
            }
        }
    }

    /// Every party that gives a kind of help here, best first.
    pub fn serving(&self, route: &RouteCode) -> &[Giver<'a>] {
        let givers = self.catalogue.route_index(route).and_then(|at| self.givers.get(at));
        givers.map_or(&[], Vec::as_slice)
    }

    /// Whom to turn to for a kind of help, whatever it is about.
    pub fn served(&self, route: &RouteCode) -> Served<'a> {
        let wide = self.catalogue.is_wide(route);
        let for_all = |giver: &&Giver<'a>| {
            giver.coverage.needs.is_empty() && (!wide || self.directory.is_for_anybody(giver.party))
        };
        self.by(self.serving(route).iter().find(for_all).copied())
    }

    /// Whom to turn to for a kind of help because of a need. Of what is open to everybody, who
    /// is here and says this need may be the one: before all others where the kind is wide, and
    /// else where nobody gives all of it and a person answers. What the whole country has for
    /// some needs stands beside others, and so does who is there for older people as long as
    /// no age is known. Client support is of whom the municipality names.
    pub fn served_for(&self, route: &RouteCode, need: &NeedId) -> Served<'a> {
        let open = self.catalogue.route(route).is_some_and(|it| it.kind == RouteKind::Algemeen);
        let for_all = self.served(route);
        let wide = self.catalogue.is_wide(route);
        let support = *route == self.catalogue.support;
        if !open || support || (!wide && matches!(for_all, Served::By(_))) {
            return for_all;
        }
        let unknown = self.situation.ages.is_empty();
        let beside = |giver: &Giver<'_>| {
            (giver.is_far() && !giver.coverage.needs.is_empty())
                || (unknown && giver.party.older)
                || !(wide || giver.party.answers())
        };
        self.by(self.fitting(route, need).into_iter().find(|giver| !beside(giver)))
    }

    /// Whom somebody may have to turn to for a kind of help, each once: because of the needs
    /// that want it, or whatever it is about where none does.
    pub fn served_at_all(&self, route: &RouteCode) -> Vec<Served<'a>> {
        let id = |served: &Served<'a>| served.provider().map(|party| &party.id);
        let mut all: Vec<Served<'a>> = Vec::new();
        for need in self.catalogue.wanting(route) {
            let served = self.served_for(route, &need.id);
            if !all.iter().any(|known| id(known) == id(&served)) {
                all.push(served);
            }
        }
        if all.is_empty() {
            all.push(self.served(route));
        }
        all
    }

    fn by(&self, giver: Option<Giver<'a>>) -> Served<'a> {
        match (giver, &self.situation.place) {
            (Some(giver), _) => Served::By(giver),
            (None, Where::Elsewhere) => Served::Nobody,
            (None, _) => self.directory.entrance().map_or(Served::Nobody, Served::Entrance),
        }
    }

    /// Everybody who gives a kind of help and fits this need, best first. Of a wide kind those
    /// who say this need or, where an age is known, whose ages fit, and whoever is there for
    /// anybody; who needs nobody to send them, is not for some ages only while none is known,
    /// and can be reached comes first.
    pub fn fitting(&self, route: &RouteCode, need: &NeedId) -> Vec<Giver<'a>> {
        let wide = self.catalogue.is_wide(route);
        let ages = !self.situation.ages.is_empty();
        let fits = |giver: &&Giver<'a>| {
            let Giver { party, coverage, .. } = giver;
            let whatever =
                !wide || self.directory.is_for_anybody(party) || (ages && party.limits().is_some());
            giver.names(need) || (coverage.needs.is_empty() && whatever)
        };
        let mut all: Vec<Giver<'a>> = self.serving(route).iter().filter(fits).copied().collect();
        // Whoever is here goes for what the whole country has, but for who is there for this
        // need in particular.
        let local = all.iter().any(|giver| !giver.is_far());
        all.retain(|giver| !local || !giver.is_far() || giver.names(need));
        all.sort_by_key(|giver| {
            let Giver { party, coverage, .. } = giver;
            let doubtful = !ages && party.limits().is_some();
            let later =
                (coverage.through.is_some(), doubtful, !party.answers(), party.reach.is_empty());
            (giver.is_far(), wide.then_some(later), !giver.names(need))
        });
        all
    }

    /// Every way to reach who gives a kind of help, best first. A team is followed by
    /// those that look after more; then comes the municipality's general entrance, for
    /// a team and for a party of the municipality without a phone of its own. A desk
    /// of another law is found by its own name, not by asking the municipality.
    pub fn ladder(&self, route: &RouteCode) -> Vec<Rung<'a>> {
        self.ladder_of(route, self.served(route))
    }

    /// The same, to whom one turns for it.
    pub fn ladder_of(&self, route: &RouteCode, served: Served<'a>) -> Vec<Rung<'a>> {
        let mut ladder: Vec<Rung<'a>> = Vec::new();
        let Served::By(first) = served else { return self.ended(ladder) };
        ladder.extend(self.ways(first.party));
        match first.party.kind {
            _ if first.party.is_national() => return ladder,
            ProviderKind::Team => {
                let wider = |other: &&Giver<'a>| {
                    other.party.kind == ProviderKind::Team && other.party.id != first.party.id
                };
                for team in self.serving(route).iter().filter(wider) {
                    ladder.extend(self.ways(team.party));
                }
            }
            _ if can_be_called(&ladder) => return ladder,
            _ => {}
        }
        self.ended(ladder)
    }

    /// The ways of one party that are open to whoever asks, in its own order; a place
    /// in another *wijk* comes after what is nearer, and what is only written or read after
    /// a person. Where more than one *wijk* is
    /// possible a way has to be open to all of them.
    pub fn ways(&self, party: &'a Provider) -> Vec<Rung<'a>> {
        let place = &self.situation.place;
        let mut ways: Vec<Rung<'a>> = party
            .reach
            .iter()
            .filter(|reach| !reach.is_over(self.situation.day))
            .filter_map(|reach| {
                let level = match &reach.scope {
                    None => self.nearest(party),
                    Some(scope) => self.directory.level(scope, place, true)?,
                };
                let away = reach.located.as_ref().filter(|located| match place {
                    Where::In(wijken) => !wijken.contains(located),
                    Where::Unknown | Where::Elsewhere => false,
                });
                let old = reach.old_from(party).is_some_and(|from| from <= self.situation.day);
                let old = old && !party.is_national();
                Some(Rung { reach, party, level, away, old })
            })
            .collect();
        ways.sort_by_key(Rung::standing);
        ways
    }

    /// The parties of the municipality that stand beside the line of the whole country.
    pub fn beside(&self, route: &RouteCode) -> impl Iterator<Item = Giver<'a>> {
        let all = self.serving(route);
        let national = all.first().is_some_and(Giver::is_line_of_the_country);
        let crisis = self.catalogue.route(route).is_some_and(|it| it.kind == RouteKind::Crisis);
        let local =
            |giver: &&Giver<'a>| giver.level != Level::Country && giver.coverage.needs.is_empty();
        all.iter().filter(move |giver| national && crisis && local(giver)).copied()
    }

    /// How near it was said that a party helps here; an entrance helps everybody.
    fn nearest(&self, party: &'a Provider) -> Level<'a> {
        let levels = party
            .serves
            .iter()
            .filter_map(|serve| self.directory.level(&serve.scope, &self.situation.place, false));
        levels.min_by_key(|level| level.width()).unwrap_or(Level::City)
    }

    /// How to find somebody at the general entrance, where neither a ladder nor the
    /// entrance has a number to call.
    pub fn words(&self, ladder: &[Rung<'_>]) -> Option<&'a str> {
        let away = self.situation.place == Where::Elsewhere;
        if away || can_be_called(ladder) { None } else { self.directory.entrance_in_words() }
    }

    /// The first contact must end in a person, whoever it is.
    pub(super) fn with_a_person(&self, mut contact: Contact<'a>) -> Contact<'a> {
        if !can_be_called(&contact.ladder) {
            contact.ladder = self.ended(contact.ladder);
            contact.words = self.words(&contact.ladder);
        }
        contact
    }

    /// Ends a ladder at the general entrance.
    pub fn ended(&self, mut ladder: Vec<Rung<'a>>) -> Vec<Rung<'a>> {
        if self.situation.place != Where::Elsewhere
            && let Some(entrance) = self.directory.entrance()
        {
            let person = |rung: &Rung<'_>| {
                matches!(rung.reach.channel, Channel::Phone | Channel::WalkIn | Channel::Website)
            };
            for rung in self.ways(entrance).into_iter().filter(person) {
                if !ladder.iter().any(|known| known.reach == rung.reach) {
                    ladder.push(rung);
                }
            }
        }
        ladder
    }
}

/// Puts first what works at a moment. Whose way it is, how near and how old stay in order.
pub fn now_first(ladder: &mut [Rung<'_>], now: Moment) {
    let alike =
        |a: &Rung<'_>, b: &Rung<'_>| a.party.id == b.party.id && a.standing() == b.standing();
    for ways in ladder.chunk_by_mut(alike) {
        ways.sort_by_key(|rung| rung.reach.turn(now));
    }
}

/// Whether some way on a ladder is a number to call.
pub fn can_be_called(ladder: &[Rung<'_>]) -> bool {
    ladder.iter().any(|rung| rung.reach.channel == Channel::Phone)
}
