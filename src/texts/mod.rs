//! What the interface itself says, one value per language. A language that lacks
//! a text does not compile. Words about needs are data (`domain::Words`).

#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
mod contact;
#[cfg(not(target_arch = "wasm32"))]
mod listing;
mod nl;
mod young;

#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
pub use contact::ContactTexts;
#[cfg(not(target_arch = "wasm32"))]
pub use listing::{Listing, NL_LISTING};
pub use nl::NL;
pub use young::to_young;

use crate::domain::{
    AgeGroup, Ages, Channel, Date, Exception, Hours, Open, Opening, Postcode, SourceDate,
};

/// Everything the interface says, in one language.
pub struct Texts {
    /// The name of the app.
    pub app: &'static str,

    // The row on top of every screen.
    /// Name of the row, for screen readers.
    pub safety_row: &'static str,
    /// "Direct gevaar?"
    pub danger: &'static str,
    /// "Bel 112"
    pub call_112: &'static str,
    /// Opens the other numbers.
    pub other_numbers: &'static str,
    /// Leaves at once.
    pub leave: &'static str,
    /// The same, said in full.
    pub leave_full: &'static str,
    /// How to leave with Shift.
    pub leave_shift: &'static str,
    /// Turns that off and on again; and what is said then.
    pub shift: [[&'static str; 2]; 2],

    // The header and the footer.
    /// Skips to the screen itself.
    pub skip: &'static str,
    /// Reads the screen aloud; stops for a while; goes on.
    pub aloud: [&'static str; 3],
    /// The menu with help.
    pub help: &'static str,
    /// Wipes everything.
    pub forget: &'static str,
    /// Leads to the overview per *wijk*.
    pub overview: &'static str,
    /// Leads to what happens with answers.
    pub privacy: &'static str,
    /// Leads to the statement on accessibility.
    pub accessibility: &'static str,
    /// Where the answers stay.
    pub answers_stay: &'static str,

    // Questions.
    /// Goes on.
    pub next: &'static str,
    /// Goes back to the question before.
    pub back: &'static str,
    /// A way out of every question.
    pub do_not_know: &'static str,
    /// A way out of every question.
    pub rather_not: &'static str,
    /// A way out of every screen.
    pub talk: &'static str,
    /// Above a list of problems.
    pub problems: &'static str,
    /// Nothing was chosen.
    pub nothing_chosen: &'static str,
    /// Nothing was typed for a postcode.
    pub nothing_typed: &'static str,
    /// What was typed is no postcode.
    pub no_postcode: &'static str,
    /// How a postcode is written.
    pub postcode_hint: &'static str,
    /// Rather choose from a list.
    pub from_list: &'static str,
    /// No fixed address.
    pub no_address: &'static str,
    /// Lives in another municipality.
    pub lives_elsewhere: &'static str,
    /// An answer that was skipped, in the overview.
    pub skipped: &'static str,

    // Danger.
    /// Above the way on.
    pub go_on_title: &'static str,
    /// Goes on: to another question, or to the advice.
    pub go_on: [&'static str; 2],
    /// Whether family comes to hear of it, for who is under 18.
    pub family: &'static str,

    // The advice.
    /// Its title.
    pub advice: &'static str,
    /// The municipality has not confirmed the directory.
    pub unconfirmed: &'static str,
    /// Nobody verified any of it of late.
    pub unverified: &'static str,
    /// Above the lead contact.
    pub first_this: &'static str,
    /// Above a place where one can walk in.
    pub walk_in_first: &'static str,
    /// What to bring: the term, and what.
    pub bring: (&'static str, &'static str),
    /// Hours are known, but not for this day: a holiday, or far away.
    pub hours_uncertain: &'static str,
    /// Hours are not known.
    pub hours_unknown: &'static str,
    /// Opens the other ways to reach a party.
    pub other_ways: &'static str,
    /// Opens how else to reach somebody.
    pub if_it_fails: &'static str,
    /// What to say when several things play.
    pub say_several: &'static str,
    /// What to say when nothing is known.
    pub say_anything: &'static str,
    /// What to say.
    pub say_this: &'static str,
    /// The team may decide itself.
    pub may_decide: &'static str,
    /// Several things play at once.
    pub because_several: &'static str,
    /// Only with an appointment.
    pub by_appointment: &'static str,
    /// Lives in another municipality.
    pub because_elsewhere: &'static str,
    /// Nothing more is known.
    pub because_everyone: &'static str,
    /// Above the team, when the lead is somebody else.
    pub then_team: &'static str,
    /// Above the disciplines.
    pub at_the_table: &'static str,
    /// Above what people can do themselves or together.
    pub yourself: &'static str,
    /// Above the others who help, and above lines for danger that are no reason for alarm.
    pub elsewhere: [&'static str; 2],
    /// Above the rights.
    pub rights: &'static str,
    /// Free client support is a right (Wmo 2015, artikel 2.2.4), whatever it is about.
    pub support_right: &'static str,
    /// Who gives it is not known.
    pub support_unknown: &'static str,
    /// One may disagree: within six weeks (Awb, artikel 6:7), or two if UWV says that somebody
    /// can work again (Ziektewet, artikel 75k).
    pub disagree: &'static str,
    /// Above the answers.
    pub your_answers: &'static str,
    /// Changes one answer.
    pub change: &'static str,
    /// Above print and talk.
    pub take_away: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Copies as text.
    pub copy: &'static str,
    /// Shares with what the device offers.
    pub share: &'static str,
    /// Shows a link and a QR code.
    pub link: &'static str,
    /// What is in that link.
    pub link_hint: &'static str,
    /// Says what the QR code is.
    pub link_label: &'static str,
    /// What stands in the calendar.
    pub calendar_what: &'static str,
    /// It was copied; it could not be.
    pub copied: [&'static str; 2],
    /// What takes something along could not be had.
    pub take_lost: &'static str,
    /// The code is there; it could not be made.
    pub linked: [&'static str; 2],
    /// The file for a calendar is there.
    pub saved: &'static str,
    /// Looks up how to get there.
    pub route: &'static str,
    /// Opens the question that decided a line.
    pub not_right: &'static str,
    /// Makes this one the lead.
    pub prefer: &'static str,
    /// Who asks chose the lead themselves; back to the lead of the advice.
    pub preferred: [&'static str; 2],
    /// Above what is different after an answer was changed.
    pub changed: &'static str,
    /// Nothing is.
    pub unchanged: &'static str,
    /// Opens how to say that something about a party is wrong.
    pub outdated: &'static str,
    /// Mails it.
    pub outdated_mail: &'static str,

    // The story.
    /// Its title, and what leads to it.
    pub story: &'static str,
    /// Before what leads to it.
    pub story_about: &'static str,
    /// What it is for.
    pub story_hint: &'static str,
    /// Names the field.
    pub story_label: &'static str,
    /// Makes it from the answers again; and back.
    pub story_reset: [&'static str; 2],
    /// An answer was changed since it was written.
    pub story_older: &'static str,
    /// It may be a personal plan: seven days after the *melding*, and they have to look at it
    /// (Wmo 2015, artikel 2.3.2, lid 2 and 5).
    pub story_plan: &'static str,
    /// Its last sentence.
    pub story_end: &'static str,
    /// Told of no fixed address.
    pub story_no_address: &'static str,
    /// Told of another municipality.
    pub story_elsewhere: &'static str,

    // What was taken along.
    /// Its title.
    pub carried: &'static str,
    /// What it is.
    pub carried_hint: &'static str,
    /// Goes to the first question; or on with the visit.
    pub carried_on: [&'static str; 2],
    /// Where to ask for a party without a number.
    pub carried_silent: &'static str,

    /// What a visit says of asking to be contacted.
    pub desk: DeskTexts,
    /// Asking to be contacted.
    #[cfg(any(feature = "request", not(target_arch = "wasm32")))]
    pub contact: ContactTexts,

    // Taking along with a flag.
    /// "Kan iemand meekijken?"
    pub watched: &'static str,
    /// What others can see.
    pub watched_hint: &'static str,
    /// Go on.
    pub unwatched_yes: &'static str,
    /// Do not.
    pub watched_no: &'static str,

    /// While the advice is fetched: a title, and what is going on.
    pub waiting: (&'static str, &'static str),

    // Speaking with somebody.
    /// Its title.
    pub talk_title: &'static str,
    /// What to say on the phone.
    pub talk_say: &'static str,
    /// Above the other ways.
    pub talk_other: &'static str,
    /// The other ways.
    pub talk_ways: [&'static str; 3],

    // Notices.
    /// Everything was wiped.
    pub forgotten: &'static str,
    /// Wiped within so many seconds; of more than a minute whole minutes are said.
    pub soon_expired: fn(u32) -> String,
    /// Not wiped after all.
    pub not_expired: &'static str,
    /// Somebody is still there.
    pub still_here: &'static str,
    /// Wiped after an hour.
    pub expired: &'static str,
    /// The browser keeps nothing.
    pub storage_refused: &'static str,
    /// Taking it along can wait.
    pub take_later: &'static str,
    /// The link in the address says nothing.
    pub link_unread: &'static str,

    // When it does not work.
    /// Its title.
    pub failed: &'static str,
    /// Nobody is to blame.
    pub failed_text: &'static str,
    /// Where there is a number to call.
    pub failed_call: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Without JavaScript.
    pub no_script: &'static str,
    /// For who pressed before the app was there; for whoever waits long for it.
    pub early: [&'static str; 2],

    // The page for the whole country.
    /// Its title.
    pub home: &'static str,
    /// Below it.
    pub home_text: &'static str,
    /// Above the municipalities.
    pub home_choose: &'static str,
    /// Above the postcode field.
    pub home_postcode: &'static str,
    /// Label of the postcode field.
    pub home_label: &'static str,
    /// Searches.
    pub home_search: &'static str,
    /// No municipality here has this postcode.
    pub home_unknown: &'static str,
    /// An invented place is called this.
    pub demonstration: &'static str,
    /// What is said on each of its screens.
    pub demonstration_text: &'static str,
    /// Leads to the real places.
    pub demonstration_leave: &'static str,
    /// Above the last resort.
    pub home_other: &'static str,
    /// The last resort.
    pub home_other_text: &'static str,

    // The overview per *wijk*, and pages to read.
    /// Name of the list of *wijken*.
    pub wijken: &'static str,
    /// Before a list of postcodes.
    pub postcodes: &'static str,
    /// Nobody gave a statement on accessibility.
    pub statement_unknown: &'static str,
    /// There is no such page.
    pub not_found: &'static str,
    /// What happens with answers: headings and texts.
    pub privacy_page: &'static [(&'static str, &'static str)],
    /// How accessible the app is: headings and texts.
    pub accessibility_page: &'static [(&'static str, &'static str)],

    // Texts with something in them.
    /// What a page is, for who finds it elsewhere; never the topic.
    pub found: &'static str,
    /// The title of the overview of a municipality.
    pub overview_title: fn(&str) -> String,
    /// Leads to the list of a *wijk*.
    pub wijk_link: fn(&str) -> String,
    /// A walk-in hour in another *wijk*.
    pub in_another_wijk: fn(&str) -> String,
    /// The same, where there is none in one's own.
    pub no_walk_in: fn(&str) -> String,
    /// Whether somebody can be reached, seen from a day.
    pub open: fn(Open, Date) -> String,
    /// Who the lead is now, and who it was.
    pub changed_lead: fn(&str, &str) -> String,
    /// Who is named that was not before.
    pub changed_new: fn(&str) -> String,
    /// Who is not named any more.
    pub changed_gone: fn(&str) -> String,
    /// What to tell whoever keeps the data about a party.
    pub outdated_say: fn(&str) -> String,
    /// How many of a link are not there any more.
    pub carried_gone: fn(usize) -> String,
    /// The *wijk* a link was for.
    pub carried_for: fn(&str) -> String,
    /// Told of an age: of whom it is about, or else of their child.
    pub story_age: fn(bool, AgeGroup) -> String,
    /// Told of a *wijk*, which may be empty, and a municipality.
    pub story_lives: fn(&str, &str) -> String,
    /// Told of what it is about, when nothing more is known.
    pub story_topic: fn(&str) -> String,
    /// Puts an opening in a calendar.
    pub calendar: fn(Opening) -> String,
    /// Told of a postcode.
    pub story_postcode: fn(Postcode) -> String,
    /// Who has to send somebody there.
    pub through: fn(&str) -> String,
    /// Why the one who sends comes first.
    pub because_referral: fn(&str) -> String,
    /// Above the parties for a whole municipality.
    pub whole_city: fn(&str) -> String,
    /// For which ages, how it is called and which.
    pub ages: (&'static str, fn(Ages) -> String),
    /// What it costs.
    pub cost: &'static str,
    /// How to get in.
    pub apply: &'static str,
    /// How long people wait.
    pub wait: &'static str,
    /// Which languages are spoken besides Dutch.
    pub languages: &'static str,
    /// Whether somebody in a wheelchair can get in.
    pub wheelchair: fn(bool) -> &'static str,
    /// Days on which the hours are different.
    pub exception: fn(&Exception) -> String,
    /// The name of a means of reaching somebody.
    pub channel: fn(Channel) -> &'static str,
    /// "Vraag 2"
    pub step: fn(usize) -> String,
    /// The title of a page: how far, and the name of the app; never the topic.
    pub title: fn(usize) -> String,
    /// "Bel 0800-1809"
    pub call: fn(&str) -> String,
    /// "U koos: ..."
    pub because_need: fn(&str) -> String,
    /// Whom one gets on the line, and whom to ask for.
    pub ask_for: fn(&str, &str) -> String,
    /// Where to ask when no way to reach a party is known.
    pub reach_unknown: fn(&str) -> String,
    /// Whom to call if the party itself cannot be reached.
    pub if_that_fails: fn(&str) -> String,
    /// What to say on the phone about a need.
    pub say: fn(&str) -> String,
    /// "Uit 2019"
    pub from_year: fn(&SourceDate) -> String,
    /// "antwoord 2", after "Verander", for screen readers.
    pub answer_number: fn(usize) -> String,
    /// The postcode lies elsewhere.
    pub other_municipality: fn(Postcode, &str) -> String,
    /// The digits are of this municipality; of these letters nothing is known.
    pub unknown_letters: fn(Postcode, &str) -> String,
    /// The postcode is one of post-boxes.
    pub post_box: fn(Postcode) -> String,
    /// An age group, for a grown-up.
    pub age: fn(AgeGroup) -> &'static str,
    /// The same, as a line of its own.
    pub open_on: fn(&[Hours]) -> String,
    /// Hours in an ordinary week.
    pub hours: fn(&[Hours]) -> String,
}

/// What a visit says of asking to be contacted.
pub struct DeskTexts {
    /// Leads to it: to those on screen.
    pub ask: &'static str,
    /// The same below a line for danger, which calls nobody back.
    pub ask_hall: &'static str,
    /// Leads to what there is where no desk takes a request.
    pub ask_otherwise: &'static str,
    /// Above the number to call instead.
    pub rather_call: &'static str,
    /// It cannot be shown.
    pub lost: &'static str,
    /// There is no desk: a title, and what to do.
    pub no_desk: [&'static str; 2],
    /// A draft for a mail: its name, its subject, and the lines of its text.
    pub mail: (&'static str, &'static str, [&'static str; 5]),
}
