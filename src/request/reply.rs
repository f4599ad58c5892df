//! What came back on a request. Not everything that answers is the desk: a proxy, a filter of
//! a workplace or a hotel may stand between, and what they say is no reason to let somebody
//! wait for what will not come.

use crate::domain::{Field, Receipt, Wrong};

/// What came back on a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The desk has it.
    Kept(Receipt),
    /// It does not take it, because of this; nothing: nobody can mend it here.
    Refused(Vec<(Field, Wrong)>),
    /// It cannot take it now; after so many seconds perhaps.
    Later(u32),
    /// Nothing came back.
    Lost,
}

impl Reply {
    /// What an answer means that is no receipt: by its status, the seconds it asks to wait,
    /// and the fields it names.
    pub fn without_receipt(status: u16, seconds: u32, wrong: Vec<(Field, Wrong)>) -> Self {
        match status {
            // Whoever answers so is not the desk, and has passed nothing on.
            0..400 => Self::Lost,
            408 | 425 | 429 | 500 | 502..=504 | 507 | 520.. => Self::Later(seconds),
            // Nothing but a story can be too much.
            413 => Self::Refused(vec![(Field::Story, Wrong::TooLong)]),
            // It will be the same tomorrow: the method, the site or the network is refused.
            _ => Self::Refused(wrong),
        }
    }
}
