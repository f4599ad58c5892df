//! Whether a request is fit to be sent, and everything that is wrong with it at once.

use super::unseen::is_unseen;
use super::{Draft, Request, phone_number, seen};

/// A field of a request, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Of the format.
    Version,
    /// Of the municipality.
    Municipality,
    /// Of who receives it.
    Provider,
    /// The phone number; also that no way at all was given.
    Phone,
    /// The e-mail address.
    Email,
    /// The postal address.
    Letter,
    /// The *wijk*.
    Wijk,
    /// When to call, in words.
    When,
    /// The name.
    Name,
    /// The story.
    Story,
    /// Who else should be there.
    Companion,
    /// The language.
    Language,
    /// The answers that go along.
    Answers,
    /// The permission.
    Permission,
    /// The field nobody sees.
    Website,
}

impl Field {
    /// In the order of the form.
    pub const ALL: [Self; 15] = [
        Self::Version,
        Self::Municipality,
        Self::Provider,
        Self::Phone,
        Self::Email,
        Self::Letter,
        Self::Wijk,
        Self::When,
        Self::Name,
        Self::Story,
        Self::Companion,
        Self::Language,
        Self::Answers,
        Self::Permission,
        Self::Website,
    ];

    /// Back from its name on the wire.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }

    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Municipality => "municipality",
            Self::Provider => "provider",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::Wijk => "wijk",
            Self::When => "when",
            Self::Name => "name",
            Self::Story => "story",
            Self::Companion => "companion",
            Self::Language => "language",
            Self::Answers => "answers",
            Self::Permission => "permission",
            Self::Website => "website",
        }
    }

    /// So many marks fit in it.
    pub fn longest(self) -> usize {
        match self {
            Self::Story => 5_000,
            Self::Letter | Self::When | Self::Companion => 300,
            Self::Answers => 600,
            // As Klantinteracties has it for an address.
            Self::Phone | Self::Email => 80,
            _ => 100,
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no way to reach whoever asks.
    NoWay,
    /// It is no phone number.
    NotAPhoneNumber,
    /// It is no e-mail address.
    NotAnEmailAddress,
    /// It is longer than [`Field::longest`], or there are too many.
    TooLong,
    /// No letter can be sent safely.
    NotSafe,
    /// It holds what looks like a citizen service number (BSN).
    LooksLikeBsn,
    /// The party is not the municipality, and nobody agreed that it receives this.
    NotPermitted,
    /// Nobody of this name takes requests.
    Unknown,
}

impl Wrong {
    /// Everything that can be wrong.
    pub const ALL: [Self; 8] = [
        Self::NoWay,
        Self::NotAPhoneNumber,
        Self::NotAnEmailAddress,
        Self::TooLong,
        Self::NotSafe,
        Self::LooksLikeBsn,
        Self::NotPermitted,
        Self::Unknown,
    ];

    /// Back from its name on the wire.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wrong| wrong.as_str() == name)
    }

    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoWay => "no-way",
            Self::NotAPhoneNumber => "not-a-phone-number",
            Self::NotAnEmailAddress => "not-an-email-address",
            Self::TooLong => "too-long",
            Self::NotSafe => "not-safe",
            Self::LooksLikeBsn => "looks-like-bsn",
            Self::NotPermitted => "not-permitted",
            Self::Unknown => "unknown",
        }
    }
}

/// Who would receive a request, as far as a check needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// The municipality itself.
    Municipality,
    /// Somebody else, who may know of it only with permission.
    Other,
    /// Nobody of this name takes requests.
    Unknown,
}

/// More answers than any walk has.
const MOST_ANSWERS: usize = 60;

impl Draft {
    /// The request, or everything that is wrong with it in the order of the form.
    pub fn check(&self, receiver: Receiver) -> Result<Request, Vec<(Field, Wrong)>> {
        let mut draft = self.tidy();
        let mut wrong = Vec::new();
        let mut tell = |field: Field, is: Wrong, if_so: bool| {
            if if_so {
                wrong.push((field, is));
            }
        };
        tell(Field::Version, Wrong::Unknown, draft.version != Self::VERSION);
        tell(Field::Provider, Wrong::Unknown, receiver == Receiver::Unknown);
        let none = draft.phone.is_empty() && draft.email.is_empty() && draft.letter.is_empty();
        tell(Field::Phone, Wrong::NoWay, none);
        if !draft.phone.is_empty() {
            match phone_number(&draft.phone) {
                Some(number) => draft.phone = number,
                None => tell(Field::Phone, Wrong::NotAPhoneNumber, true),
            }
        }
        let email = &draft.email;
        tell(Field::Email, Wrong::NotAnEmailAddress, !email.is_empty() && !is_email(email));
        tell(Field::Letter, Wrong::NotSafe, draft.discreet && !draft.letter.is_empty());
        for (field, text) in draft.texts() {
            tell(field, Wrong::TooLong, text.chars().count() > field.longest());
            let bsn = !draft.number_meant && looks_like_bsn(text);
            tell(field, Wrong::LooksLikeBsn, bsn);
        }
        let most = Field::Answers.longest();
        let long = |text: &str| text.chars().count() > most;
        let long = draft.answers.iter().any(|told| long(&told.question) || long(&told.answer));
        tell(Field::Answers, Wrong::TooLong, long || draft.answers.len() > MOST_ANSWERS);
        let refused = receiver == Receiver::Other && !draft.permission;
        tell(Field::Permission, Wrong::NotPermitted, refused);
        tell(
            Field::Website,
            Wrong::TooLong,
            draft.website.chars().count() > Field::Website.longest(),
        );
        wrong.sort_by_key(|(field, _)| *field);
        if wrong.is_empty() { Ok(Request(draft)) } else { Err(wrong) }
    }

    /// The texts that may hold anything.
    fn texts(&self) -> [(Field, &str); 7] {
        [
            (Field::Letter, &self.letter),
            (Field::Wijk, &self.wijk),
            (Field::When, &self.when),
            (Field::Name, &self.name),
            (Field::Story, &self.story),
            (Field::Companion, &self.companion),
            (Field::Language, &self.language),
        ]
    }

    /// The same as others may read it: every text as it is seen, and nothing about calling
    /// where there is no number.
    pub fn tidy(&self) -> Self {
        let mut draft = self.clone();
        draft.email.retain(|mark| !is_unseen(mark));
        for line in [
            &mut draft.phone,
            &mut draft.email,
            &mut draft.wijk,
            &mut draft.when,
            &mut draft.name,
            &mut draft.companion,
            &mut draft.language,
            &mut draft.website,
        ] {
            *line = seen(line, false);
        }
        draft.letter = seen(&draft.letter, true);
        draft.story = seen(&draft.story, true);
        for told in &mut draft.answers {
            told.question = seen(&told.question, false);
            told.answer = seen(&told.answer, false);
        }
        if draft.phone.is_empty() {
            draft.times.clear();
            draft.voicemail = None;
        }
        draft
    }
}

/// An address as nearly everybody has one; whether it exists only a mail can tell.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let plain = |mark: char| !mark.is_whitespace() && !"@<>()[],;:\\\"".contains(mark);
    text.chars().count() <= Field::Email.longest()
        && !name.is_empty()
        && text.chars().filter(|mark| *mark == '@').count() == 1
        && (name.chars().chain(domain.chars())).all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// Whether a text holds nine digits that pass the eleven test of citizen service numbers,
/// in one piece or with single spaces, dots or dashes between them.
pub fn looks_like_bsn(text: &str) -> bool {
    let passes = |digits: &[u8]| {
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i32 = digits.iter().zip(weights).map(|(digit, w)| i32::from(*digit) * w).sum();
        digits.len() == 9 && sum % 11 == 0 && digits.iter().any(|digit| *digit != 0)
    };
    [false, true].into_iter().any(|spaced| {
        let mut run = Vec::new();
        let mut gap = false;
        // A last mark that ends every run.
        text.bytes().chain([b'.', b'.']).any(|byte| {
            if byte.is_ascii_digit() {
                run.push(byte - b'0');
                gap = false;
                return false;
            }
            if spaced && !gap && matches!(byte, b' ' | b'.' | b'-') {
                gap = true;
                return false;
            }
            let found = passes(&run);
            run.clear();
            found
        })
    })
}
