//! What Wijkdeur is about: needs, questions, answers, places, parties and advice.
//!
//! Everything here is plain data and plain functions: no clock, no network, no
//! screen, nothing that can fail at run time. A reference to something that does
//! not exist is simply not found; `content` reports it on the author's machine.
//! Absent: file formats and their mistakes (`content`), words of the interface
//! (`texts`), what a visit does over time (`wizard`).

mod advice;
mod answer;
mod catalogue;
mod condition;
mod contact;
mod date;
mod digits;
mod directory;
mod here;
mod holiday;
mod hours;
mod id;
mod journey;
mod moment;
mod place;
mod provider;
mod question;
mod table;
mod takeaway;
mod words;

pub use advice::{Advice, Contact, Discipline, Door, Line, Offer, Reason, advise, lines};
pub use answer::{AgeGroup, AgeSet, Answer, Answers, Choices, Key, Who};
pub use catalogue::{Catalogue, Flag, Help, LifeDomain, Need, Route, RouteKind, Urgency};
pub use condition::Condition;
pub use contact::{Draft, Field, PartOfDay, Receipt, Receiver, Request, RequestDesk, Subject};
pub use contact::{Told, Voicemail, WmoMelding, Wrong, looks_like_bsn, phone_number, seen};
pub use date::{Date, DateError, SourceDate};
pub use directory::{Area, Colour, Directory, Fact, Level, Municipality, PostcodeRange, Wijk};
pub use here::{Giver, Here, Rung, Served, Situation, can_be_called, now_first};
pub use hours::{Day, Exception, Hours, Open, Opening, Span, Time, Weeks};
pub use id::fingerprint;
pub use id::{AreaId, ChoiceId, FlagId, NeedId, ProviderId, QuestionId, RouteCode, WijkCode};
pub use journey::{Facts, Journey, Stop, Walk};
pub use moment::Moment;
pub use place::{Place, Postcode, PostcodeError, Where};
pub use provider::{Ages, Channel, Coverage, Form, Provider, ProviderKind, Reach, Scope, Status};
pub use provider::{encoded, mail_to, route_to, site, tel};
pub use question::{Choice, Kind, Question};
pub use table::Table;
pub use takeaway::{Takeaway, TakeawayError};
pub use words::{FlagWords, NeedWords, QuestionWords, RouteWords, Words};
