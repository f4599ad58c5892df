//! Everything the interface says in one language, for whoever publishes it.

use super::{PageTexts, RequestTexts, Texts};

/// All tables in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What a visit says.
    pub visit: Texts,
    /// What a request to be contacted says besides.
    pub request: RequestTexts,
    /// What stands on pages and lists, and around every screen.
    pub pages: PageTexts,
}
