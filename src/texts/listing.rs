//! What the lists per *wijk* say. Nothing of it is in the app: the pages are made by
//! `publish`.

use super::nl::date;
use crate::domain::{Date, Form, LifeDomain, ProviderKind, SourceDate};

/// Everything the lists say, in one language.
pub struct Listing {
    /// The title of the list of a *wijk*.
    pub title: fn(&str) -> String,
    /// On which day it was made.
    pub as_of: fn(Date) -> String,
    /// Leads to the questions.
    pub to_questions: &'static str,
    /// Leads to all *wijken* of the municipality.
    pub to_overview: fn(&str) -> String,
    /// Above the lines for danger.
    pub danger: &'static str,
    /// Above the team and the municipality.
    pub first: &'static str,
    /// Above what is in the *wijk*.
    pub in_wijk: fn(&str) -> String,
    /// Above what is for an area around it.
    pub in_area: fn(&str) -> String,
    /// Above the wijken of a municipality.
    pub choose: &'static str,

    /// A kind of party.
    pub kind: fn(ProviderKind) -> &'static str,
    /// Alone or with others.
    pub form: fn(Form) -> &'static str,
    /// Whom to ask where no address and number stand.
    pub unknown_reach: fn(&str) -> String,
    /// It is closed for a time.
    pub closed: &'static str,
    /// When a person verified it.
    pub checked: fn(Date) -> String,
    /// Nobody wrote when the source is from.
    pub undated: &'static str,

    /// Above the choices of what to see.
    pub filter: &'static str,
    /// The field for a word.
    pub filter_word: &'static str,
    /// Opens the other choices.
    pub filter_more: &'static str,
    /// The choice of a subject.
    pub filter_subject: &'static str,
    /// Every subject.
    pub filter_all: &'static str,
    /// A part of life as a subject.
    pub subject: fn(LifeDomain) -> &'static str,
    /// Only what is in the *wijk* itself.
    pub filter_near: &'static str,
    /// How many are to be seen: `{shown}` of `{all}`.
    pub filter_count: &'static str,
    /// Nothing fits.
    pub filter_none: &'static str,

    /// Above how to get on the list.
    pub join: &'static str,
    /// How to get on the list, by whom it is kept.
    pub join_text: fn(&str) -> String,
    /// What to tell, a list.
    pub join_tell: &'static [&'static str],
    /// Prints the list.
    pub print: &'static str,

    /// The title of the picture for owners.
    pub coverage_title: fn(&str) -> String,
    /// Leads to it.
    pub coverage_link: &'static str,
    /// How to read it.
    pub coverage_text: &'static [&'static str],
    /// What each colour means: a party with a name, the general entrance, nobody.
    pub coverage_key: [&'static str; 3],
    /// The head of the column of *wijken*.
    pub coverage_wijk: &'static str,
    /// In words, for one cell: with a name, at the entrance, nobody, of all.
    pub coverage_cell: fn([usize; 3]) -> String,
    /// From which year the sources of a cell are, in the middle; of how many nobody knows.
    pub coverage_age: fn(Option<i32>, usize, usize) -> String,
    /// Above the summary.
    pub coverage_summary: &'static str,
    /// How many parties, how many verified, how many with a dated source.
    pub coverage_counts: fn([usize; 4]) -> [String; 4],
    /// "Gegevens uit 2019."
    pub from_year: fn(&SourceDate) -> String,
}

/// In Dutch.
pub const NL_LISTING: Listing = Listing {
    title: |wijk| format!("Hulp in {wijk}"),
    as_of: |day| format!("Deze lijst is gemaakt op {}.", date(day)),
    to_questions: "Beantwoord een paar vragen. Dan hoort u wie u helpt.",
    to_overview: |name| format!("Alle wijken van {name}"),
    danger: "Bij gevaar",
    first: "Hier kunt u met elke vraag heen",
    in_wijk: |wijk| format!("In {wijk}"),
    in_area: |area| format!("In {area}"),
    choose: "Kies uw wijk",

    kind: |kind| match kind {
        ProviderKind::Team => "Helpers in uw buurt (wijkteam)",
        ProviderKind::Municipality => "Gemeente",
        ProviderKind::Professional => "Organisatie",
        ProviderKind::Volunteers => "Vrijwilligers",
        ProviderKind::Residents => "Mensen uit de buurt",
        ProviderKind::SelfOrganisation => "Groep met dezelfde achtergrond",
        ProviderKind::Faith => "Kerk, moskee of andere geloofsgroep",
        ProviderKind::Sports => "Sportclub",
        ProviderKind::National => "Voor heel Nederland",
        ProviderKind::Crisis => "Bij gevaar",
    },
    form: |form| match form {
        Form::Individual => "persoonlijke hulp",
        Form::Collective => "samen met anderen",
        Form::Both => "persoonlijk en samen met anderen",
    },
    unknown_reach: |party| {
        format!(
            "Staat er geen adres of nummer bij? Dat weten wij nog niet. Vraag het bij: {party}."
        )
    },
    closed: "Nu tijdelijk dicht.",
    checked: |day| format!("Iemand keek dit na op {}.", date(day)),
    undated: "Van wanneer dit is, weten wij niet.",

    filter: "Zoek in deze lijst",
    filter_word: "Een woord, zoals taal of koffie",
    filter_more: "Kies een onderwerp",
    filter_subject: "Waar gaat het over?",
    filter_all: "Alles",
    subject: |domain| match domain {
        LifeDomain::Participatie => "Geld, werk, taal en meedoen",
        LifeDomain::Jeugd => "Kind en gezin",
        LifeDomain::Wmo => "Thuis wonen en mensen ontmoeten",
        LifeDomain::Wonen => "Een huis",
        LifeDomain::Veiligheid => "Veilig zijn",
        LifeDomain::Zorg => "Zorg en gezondheid",
    },
    filter_near: "Alleen in mijn eigen wijk",
    filter_count: "U ziet er {shown} van de {all}.",
    filter_none: "Niets gevonden. Kies iets anders of bel gerust.",

    join: "Staat uw groep er niet bij?",
    join_text: |name| {
        format!("Elke groep is welkom op deze lijst. Geef uw groep door bij: {name}.")
    },
    join_tell: &[
        "de naam van uw groep",
        "wat mensen er vinden",
        "voor wie het is, en wat het kost",
        "waar en wanneer mensen terecht kunnen",
        "een telefoonnummer of mailadres dat iedereen mag zien",
    ],
    print: "Print deze lijst",

    coverage_title: |name| format!("Hoe volledig is de lijst van {name}?"),
    coverage_link: "Hoe volledig is deze lijst?",
    coverage_text: &[
        "Deze pagina is voor wie de lijst bijhoudt.",
        "Elke balk staat voor de soorten hulp bij één onderwerp, in één wijk.",
        "Het jaartal is van de bron: de helft van de gegevens is ouder.",
    ],
    coverage_key: ["een partij met naam", "de algemene ingang", "niemand"],
    coverage_wijk: "Wijk",
    coverage_cell: |[named, entrance, nobody]| {
        format!("met naam {named}, algemene ingang {entrance}, niemand {nobody}")
    },
    coverage_age: |year, undated, parties| match (year, undated) {
        (None, _) if parties == 0 => "geen partij".to_owned(),
        (None, _) => "geen datum".to_owned(),
        (Some(year), 0) => format!("uit {year}"),
        (Some(year), undated) => format!("uit {year}, {undated} zonder datum"),
    },
    coverage_summary: "In het kort",
    coverage_counts: |[parties, checked, dated, old]| {
        [
            format!("Op de lijst staan {parties} partijen."),
            format!(
                "Van {checked} keek iemand de gegevens na, niet langer dan een half jaar terug."
            ),
            format!("Van {dated} staat erbij uit welk jaar de bron is."),
            format!("Bij {old} is de bron ouder dan drie jaar."),
        ]
    },
    from_year: |date| format!("Gegevens uit {}.", date.year()),
};
