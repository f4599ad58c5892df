//! What is published for one municipality, in two files: everything its page needs to
//! begin and to show the lines for danger (`Bundle`), and the rest: where people live and
//! who helps there (`Rest`). The second is fetched when somebody has begun to answer:
//! nobody waits for it, and a large municipality costs nothing before the first question.
//!
//! It is not JSON: field names and a parser for them would cost a resident more than
//! all the data (`docs/decisions`). So the app and the program that publishes must
//! agree on the types: `FORMAT` names them, and `publish` compares.

use super::sentences;
use crate::domain::fingerprint;
use crate::domain::{
    Area, Catalogue, ChoiceId, Directory, Help, NeedId, NeedWords, PostcodeRange, Provider,
    Question, RequestDesk, RouteCode, RouteWords, Table, Wijk, Words,
};
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::{Flag, ProviderKind, Status};
#[cfg(not(target_arch = "wasm32"))]
use crate::texts::Interface;
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
use crate::texts::RequestTexts;
use crate::texts::Texts;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
#[cfg(not(target_arch = "wasm32"))]
use std::mem::take;

/// Everything the page of one municipality works with, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// What people need and what is asked.
    pub catalogue: Catalogue,
    /// The words for it.
    pub words: Words,
    /// What the interface says.
    pub texts: Texts,
    /// Who helps where.
    pub directory: Directory,
    /// What can be fetched besides.
    #[serde(skip)]
    pub beside: Beside,
    /// Nothing is left to be fetched.
    #[serde(skip)]
    whole: bool,
}

/// Names the types the files are made of, down to the order of their fields (`build.rs`).
pub const FORMAT: &str = env!("WIJKDEUR_DATA");

/// Bytes of the sum that closes a file.
const SUM: usize = 8;

impl Bundle {
    /// Everything about one municipality.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(catalogue: Catalogue, words: Words, texts: Texts, directory: Directory) -> Self {
        Self { catalogue, words, texts, directory, beside: Beside::default(), whole: true }
    }

    /// Reads a published file; nothing if it is half a file or a wrong one. The rest is
    /// still to come.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }

    /// The words of a question.
    pub fn question_title(&self, question: &Question) -> &str {
        self.words.questions.get(&question.words_key()).map_or("", |words| &words.title)
    }

    /// Whether it knows where people live and whom an advice can name.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Adds the rest: from now on it is what was published from.
    pub fn complete(&mut self, rest: Rest) {
        for (need, (covers, helps)) in self.catalogue.needs.iter_mut().zip(rest.helps) {
            need.covers = covers;
            need.helps = helps;
        }
        for (id, words) in rest.needs {
            if let Some(known) = self.words.needs.get_mut(&id) {
                known.tips = words.tips;
                known.why = words.why;
            }
        }
        for (key, story) in rest.stories {
            if let Some(known) = self.words.questions.get_mut(&key) {
                known.story = story;
            }
        }
        for (code, words) in rest.routes {
            self.words.routes.insert(code, words);
        }
        self.texts.complete(rest.texts);
        self.beside = rest.beside;
        put_back(&mut self.catalogue.national, rest.national);
        put_back(&mut self.directory.providers, rest.local);
        self.directory.areas = rest.areas;
        self.directory.wijken = rest.wijken;
        self.directory.postcodes = rest.postcodes;
        self.directory.municipality.desk = rest.desk;
        self.whole = true;
    }

    /// Goes over every sentence that may be said to somebody under 18.
    fn each_sentence(&mut self, tell: &mut dyn FnMut(&mut String)) {
        self.texts.each(tell);
        sentences::of_words(&mut self.words, tell);
        sentences::of_parties(&mut self.catalogue.national, tell);
        sentences::of_directory(&mut self.directory, tell);
        sentences::names(&mut self.catalogue.national, tell);
        sentences::names(&mut self.directory.providers, tell);
    }

    /// Says everything to somebody under 18, and, the next time, to somebody else again.
    pub fn change_address(&mut self, young: &mut Young) {
        let mut said = young.0.iter_mut();
        self.each_sentence(&mut |own| match said.next() {
            Some(other) if !other.is_empty() => std::mem::swap(own, other),
            _ => {}
        });
    }

    /// The two published files, with the names of those beside them. Whatever only a keeper of
    /// the data needs is left out, and who is not there for people.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self, beside: &Beside) -> Result<[Vec<u8>; 2], postcard::Error> {
        let mut first = self.clone().slim();
        let early = Early { flags: &self.catalogue.flags, entrance: self.directory.entrance() };
        let mut needs = first.words.needs.clone();
        needs.iter_mut().for_each(|(_, words)| words.label.clear());
        for (_, words) in first.words.needs.iter_mut() {
            words.tips.clear();
            words.why.clear();
        }
        let stories = first
            .words
            .questions
            .iter_mut()
            .map(|(key, words)| (key.clone(), take(&mut words.story)))
            .filter(|(_, story)| !story.is_empty())
            .collect();
        let (said, routes) =
            first.words.routes.into_iter().partition(|(code, _)| early.is_line(code));
        first.words.routes = said;
        let helps = first.catalogue.needs.iter_mut();
        let helps = helps.map(|need| (take(&mut need.covers), take(&mut need.helps)));
        let rest = Rest {
            helps: helps.collect(),
            needs,
            stories,
            routes,
            national: early.take_others(&mut first.catalogue.national),
            local: early.take_others(&mut first.directory.providers),
            areas: take(&mut first.directory.areas),
            wijken: take(&mut first.directory.wijken),
            postcodes: take(&mut first.directory.postcodes),
            desk: first.directory.municipality.desk.take(),
            texts: first.texts.split_rest(),
            beside: beside.clone(),
        };
        Ok([write(&first)?, write(&rest)?])
    }

    /// The published file with what differs in the same bundle for somebody under 18.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write_young(&self, young: &Self) -> Result<Vec<u8>, postcard::Error> {
        let said = |bundle: &Self| {
            let mut said = Vec::new();
            bundle.clone().slim().each_sentence(&mut |own| said.push(own.clone()));
            said
        };
        let differs = said(self).into_iter().zip(said(young));
        let new = differs.map(|(own, new)| if own == new { String::new() } else { new });
        write(&Young(new.collect()))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn slim(mut self) -> Self {
        self.catalogue.schema = None;
        self.words.schema = None;
        self.directory.schema = None;
        self.directory.missing.clear();
        self.catalogue.missing.clear();
        self.directory.providers.retain(|party| party.status == Status::Active);
        for party in self.directory.providers.iter_mut().chain(&mut self.catalogue.national) {
            party.note = None;
            party.source.clear();
            for reach in &mut party.reach {
                reach.source.clear();
            }
        }
        self
    }
}

/// Where people live, and what an advice says and names.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rest {
    /// What each need covers and what helps with it, in their order.
    helps: Vec<(Vec<NeedId>, Vec<Help>)>,
    /// What is said about each need; the name of a need stands in the bundle.
    needs: Table<NeedId, NeedWords>,
    /// By the name of the question, what is told of each choice.
    stories: Table<String, Table<ChoiceId, String>>,
    routes: Table<RouteCode, RouteWords>,
    national: Vec<Placed>,
    local: Vec<Placed>,
    areas: Vec<Area>,
    wijken: Vec<Wijk>,
    postcodes: Vec<PostcodeRange>,
    desk: Option<RequestDesk>,
    /// What the advice and the screens beside it say.
    texts: Vec<String>,
    beside: Beside,
}

/// The names of files beside the rest, which few visits need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// What is said to somebody under 18.
    pub young: String,
    /// What a request to be contacted says.
    pub request: String,
    /// The same to somebody under 18.
    pub young_request: String,
}

/// What is said to somebody under 18 in place of each sentence, in the order of
/// `Bundle::each_sentence`; empty where nothing differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Young(Vec<String>);

impl Young {
    /// Reads a published file; nothing if it is half a file or a wrong one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }
}

/// What the program of a request says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
pub struct Spoken {
    /// As the visit does: what is there from its beginning.
    pub texts: Texts,
    /// Of its own.
    pub request: RequestTexts,
}

#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
impl Spoken {
    /// Reads a published file; nothing if it is half a file or a wrong one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }

    /// The published file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(interface: &Interface) -> Result<Vec<u8>, postcard::Error> {
        let mut texts = interface.visit.clone();
        texts.split_rest();
        write(&Self { texts, request: interface.request.clone() })
    }
}

/// A party, with its place among all of them: who comes first may depend on it.
type Placed = (u16, Provider);

impl Rest {
    /// Reads a published file; nothing if it is half a file or a wrong one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }
}

fn put_back(parties: &mut Vec<Provider>, others: Vec<Placed>) {
    for (place, party) in others {
        parties.insert(parties.len().min(place.into()), party);
    }
}

/// Who has to be there before anything was answered: the general entrance, and everybody
/// on a line for danger.
#[cfg(not(target_arch = "wasm32"))]
struct Early<'a> {
    flags: &'a [Flag],
    entrance: Option<&'a Provider>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Early<'_> {
    fn is_line(&self, route: &RouteCode) -> bool {
        self.flags.iter().any(|flag| flag.lines.contains(route))
    }

    fn has(&self, party: &Provider) -> bool {
        party.kind == ProviderKind::Crisis
            || self.entrance.is_some_and(|entrance| entrance.id == party.id)
            || party.serves.iter().flat_map(|serve| &serve.routes).any(|code| self.is_line(code))
    }

    fn take_others(&self, parties: &mut Vec<Provider>) -> Vec<Placed> {
        let placed = take(parties).into_iter().zip(0..);
        let (early, others): (Vec<_>, Vec<_>) = placed.partition(|(party, _)| self.has(party));
        parties.extend(early.into_iter().map(|(party, _)| party));
        others.into_iter().map(|(party, place)| (place, party)).collect()
    }
}

/// It was checked when it was published, so whatever is wrong with it here means half a
/// file or a wrong one: none of it is trusted.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (content, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
    if fingerprint(content).to_be_bytes() != sum {
        return None;
    }
    postcard::from_bytes(content).ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn write(content: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let mut bytes = postcard::to_allocvec(content)?;
    bytes.extend(fingerprint(&bytes).to_be_bytes());
    Ok(bytes)
}
