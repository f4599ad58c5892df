//! Names of things in the data, each kind with a type of its own, so that a need
//! can never be looked up as a route.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

/// A number that changes with the content (FNV-1a, 64 bits). Not the standard
/// library's hash: that may differ between the compiler of the app and of the program.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name as it stands in the data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A question of the catalogue, such as `topics`.
    QuestionId
    /// A choice within one question.
    ChoiceId
    /// A need of the catalogue, such as `debts`.
    NeedId
    /// A red flag, such as `violence`.
    FlagId
    /// A stable code for a kind of help, such as `schulddienstverlening`.
    RouteCode
    /// A party within one file of providers.
    ProviderId
    /// An area (*gebied*) of one municipality: what one team looks after.
    AreaId
    /// A CBS code of a *wijk*, such as `WK020207`; it changes with the year.
    WijkCode
}
