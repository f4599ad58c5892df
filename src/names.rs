//! The names by which programs, scripts, pages and styles know each other's things. No
//! compiler compares them, so each stands here once and says in its marks who uses it: a script
//! by its file, all else by its room. `tests/spec/contract.rs` reads the sources and finds who
//! uses a name that is not here, who is said here and does not, and who is not said.
//!
//! Absent: what can be called, because that has a better name: a function. What the programs and
//! the scripts call of each other is held by the same test.

/// Attributes of elements.
pub mod attribute {
    // On the root: how far the page is.

    /// The program of the visit was fetched: `begin.js` says so to the guard (`start.js`).
    pub const BEGUN: &str = "data-begun";
    /// The app listens: `platform` says so to the guard (`start.js`).
    pub const READY: &str = "data-ready";
    /// It does not work: `begin.js` and `start.js` say so, whichever knows it first. `aloud.js`
    /// then asks nobody, and `style` hides what nobody listens to.
    pub const FAILED: &str = "data-failed";
    /// What was pressed before the app was there: `start.js` keeps it for `platform`.
    pub const PENDING: &str = "data-pending";
    /// What somebody took along, behind the `#` of the address: `start.js` keeps it for
    /// `platform`.
    pub const LINK: &str = "data-link";
    /// The screen is to be read aloud: `platform` leaves it for `aloud.js`, which may come later.
    pub const ALOUD: &str = "data-aloud";
    /// The browser can share: `take.js` says so, and `style` shows what does.
    pub const SHARE: &str = "data-share";

    // What pressing does.

    /// The name of a control, one of those below. Drawn by `author` and `screens`; `start.js` keeps
    /// a press for later, `platform` tells it to the visit, `leave.js` and `aloud.js` listen
    /// themselves, `press.js` lets it pass, `take.js` finds an opening by it, `style` hides it,
    /// and `node` leaves it out of a text.
    pub const DO: &str = "data-do";

    // What is said later, in the markup of who says it.

    /// What the button of `author` is called while it reads, for `aloud.js`.
    pub const PAUSE: &str = "data-pause";
    /// What it is called during a pause: `author` for `aloud.js`.
    pub const RESUME: &str = "data-resume";
    /// How one leaves by Shift: `author` for `leave.js`.
    pub const HOW: &str = "data-how";
    /// What turns the three taps off, and that they are off: `author` for `leave.js`.
    pub const OFF: &str = "data-off";
    /// What turns them on, and that they are on: `author` for `leave.js`.
    pub const ON: &str = "data-on";
    /// A press was heard before the app was there: `author` for `start.js`.
    pub const EARLY: &str = "data-early";
    /// The app is slow: `author` for `start.js`.
    pub const LATE: &str = "data-late";
    /// No municipality has this postcode: `author` for `find.js`.
    pub const UNKNOWN: &str = "data-unknown";
    /// It is no postcode: `author` for `find.js`.
    pub const WRONG: &str = "data-wrong";
    /// How many of a list are shown: `author` for `list.js`.
    pub const COUNT: &str = "data-count";
    /// None is: `author` for `list.js`.
    pub const NONE: &str = "data-none";
    /// The text was copied: `screens` for `take.js`.
    pub const COPIED: &str = "data-copied";
    /// It has to be copied by hand: `screens` for `take.js`.
    pub const NOT_COPIED: &str = "data-not-copied";
    /// A file was saved: `screens` for `take.js`.
    pub const SAVED: &str = "data-saved";
    /// A code was made: `screens` for `take.js`.
    pub const LINKED: &str = "data-linked";
    /// Only the address of a code was: `screens` for `take.js`.
    pub const NOT_LINKED: &str = "data-not-linked";
    /// What was asked for cannot be had: `screens` for `begin.js`, and for `platform`, which
    /// says the same for the program of a request.
    pub const LOST: &str = "data-lost";

    // What is known of what stands there.

    /// Where the rest of the data is: `author` for `platform`.
    pub const REST: &str = "data-rest";
    /// The postcodes of a municipality, in ranges: `author` for `find.js`.
    pub const POSTCODES: &str = "data-postcodes";
    /// The parts of life that a party on a list is for: `author` for `list.js`.
    pub const DOMAINS: &str = "data-domains";
    /// A party on a list is near: `author` for `list.js`.
    pub const NEAR: &str = "data-near";
    /// A number of days that the desk may know better: `author` for `balie`.
    pub const DAYS: &str = "data-days";
    /// What a request is about: `screens` for `view`.
    pub const CONTEXT: &str = "data-context";
    /// In which file what a request says stands: `screens` for `platform`.
    pub const TEXTS: &str = "data-texts";
    /// Which screen of a request is to be shown: `screens` for `view`.
    pub const STAGE: &str = "data-stage";
    /// The lines for danger of a request: `screens` for `platform`, which keeps them.
    pub const LINES: &str = "data-lines";
    /// Asks for a request once more: `screens` hides it, `begin.js` and `platform` show it.
    pub const AGAIN: &str = "data-again";
    /// The field of the story: `screens` for `platform`, for `lines.js`, which reads it, and for
    /// `node`, which takes it along.
    pub const STORY: &str = "data-story";
    /// What stands behind the `#` of a link: `screens` for `take.js`.
    pub const FRAGMENT: &str = "data-fragment";
    /// What a code is to who does not see it: `screens` for `take.js`.
    pub const LABEL: &str = "data-label";
    /// What to do with a code: `screens` for `take.js`.
    pub const HINT: &str = "data-hint";
    /// When an opening begins: `screens` for `take.js` and its `calendar.js`.
    pub const STARTS: &str = "data-starts";
    /// When it ends: `screens` for `calendar.js`.
    pub const ENDS: &str = "data-ends";
    /// What it is called in a calendar: `screens` for `calendar.js`.
    pub const WHAT: &str = "data-what";
    /// Where it is: `screens` for `calendar.js`.
    pub const PLACE: &str = "data-place";
}

/// What the controls of the frame and the screens are called: values of `DO`.
pub mod control {
    /// Leave quickly: `screens` draws it too; `leave.js` does it, `press.js` never holds it back.
    pub const LEAVE: &str = "leave";
    /// Three taps of Shift, on or off: `author` draws it, `leave.js` does it.
    pub const SHIFT: &str = "shift";
    /// Speak with somebody: drawn by `author` and `screens`, heard by `wizard`.
    pub const TALK: &str = "talk";
    /// Forget everything: drawn by `author`, heard by `wizard`.
    pub const FORGET: &str = "forget";
    /// A screen back: drawn by `screens`, heard by `wizard`.
    pub const BACK: &str = "back";
    /// Ask to be contacted: drawn by `screens`, heard by `wizard`.
    pub const CONTACT: &str = "contact";
    /// Somebody is still there: drawn by `screens`, heard by `wizard`.
    pub const HERE: &str = "here";
    /// Ask once more for what got lost: drawn by `screens`, heard by `view`.
    pub const RETRY: &str = "retry";
    /// On paper: drawn by `author` also, named by `wizard`.
    pub const PRINT: &str = "print";
    /// Read aloud: drawn by `author`, named by `wizard`.
    pub const ALOUD: &str = "aloud";
    /// As text: named by `wizard`, done by `take.js`.
    pub const COPY: &str = "copy";
    /// By what the device shares with: named by `wizard`, done by `take.js`; `style` hides it
    /// where there is none.
    pub const SHARE: &str = "share";
    /// As a code: named by `wizard`, done by `take.js`.
    pub const LINK: &str = "link";
    /// An opening in a calendar, with its number behind it: named by `wizard`, done by `take.js`.
    pub const CALENDAR: &str = "calendar";
}

/// Elements that are looked up by their id.
pub mod id {
    /// "Snel weg": `author` for `leave.js` and `press.js`.
    pub const LEAVE: &str = "leave";
    /// What is said of three taps: `author` for `leave.js`.
    pub const LEAVE_HINT: &str = "leave-hint";
    /// "Lees voor": `author` for `aloud.js`.
    pub const ALOUD: &str = "aloud";
    /// The script of the app: `author` for `start.js`, which sees by it that there is one.
    pub const APP: &str = "app";
    /// The data of this page: `author` for `platform`.
    pub const DATA: &str = "data";
    /// That the app is not there yet: `author` for `start.js`.
    pub const WAIT: &str = "wait";
    /// What stands there where it does not work: `author` for `start.js`.
    pub const FAILURE: &str = "failure";
    /// What is said once: `author` for `platform`.
    pub const NOTICE: &str = "notice";
    /// How far something is, for who listens: `author` for `platform`.
    pub const SAID: &str = "said";
    /// The place of a request: `screens` for `platform` and `begin.js`.
    pub const REQUEST: &str = "request";
    /// That something was taken along: `screens` for `take.js` and `begin.js`; `view` brings the
    /// focus there.
    pub const TAKEN: &str = "taken";
    /// The place of a code: `screens` for `take.js`; `aloud.js` does not read it, and `node` does
    /// not take it along.
    pub const LINK: &str = "link";
    /// A text to copy by hand: `take.js` alone makes it and takes it away.
    pub const BY_HAND: &str = "by-hand";
    /// The story on paper: `screens` for `platform`.
    pub const STORY_PAPER: &str = "story-paper";
    /// What to see of a list: `author` for `list.js`.
    pub const FILTER: &str = "filter";
    /// How much of it is shown: `author` for `list.js`.
    pub const COUNT: &str = "count";
    /// Prints a list: `author` for `list.js`.
    pub const PRINT: &str = "print";
    /// What became of a postcode: `author` for `find.js`.
    pub const FOUND: &str = "found";
}

/// Fields of forms that a script reads.
pub mod field {
    /// A postcode on the page for the whole country: `author` for `find.js`.
    pub const POSTCODE: &str = "postcode";
    /// A word to look for in a list: `author` for `list.js`.
    pub const WORD: &str = "word";
    /// A part of life: `author` for `list.js`.
    pub const SUBJECT: &str = "subject";
    /// What is near: `author` for `list.js`.
    pub const NEAR: &str = "near";
}

/// Classes by which a script or a program finds something.
pub mod class {
    /// The row for danger, which covers what is below: `author` for `panels.js`, shown by `style`.
    pub const SAFETY: &str = "wd-safety";
    /// Not on paper: `author` and `screens` for `panels.js`, `node` and `style`; `take.js` makes
    /// some.
    pub const SCREEN_ONLY: &str = "wd-screen-only";
    /// Somebody in a line that opens, also on paper a line: `screens` for `panels.js`, shown by
    /// `style`.
    pub const LINE: &str = "wd-line";
    /// A row of buttons: `screens` for `start.js` and `style`.
    pub const ACTIONS: &str = "wd-actions";
    /// What is said in a browser that is too old: `author` for `start.js`, which
    /// leaves it out elsewhere.
    pub const OLD: &str = "wd-old";
    /// Only for a screen reader: `author` and `screens` for `lines.js`, `node` and `style`.
    pub const SR: &str = "wd-sr";
    /// The line that is read aloud: `aloud.js` marks it, `style` shows it, and `platform` draws
    /// nothing meanwhile.
    pub const SPOKEN: &str = "wd-spoken";
    /// Part of a list: `author` for `list.js`, shown by `style`.
    pub const LIST: &str = "wd-list";
    /// The form of a request: `screens` for `platform`, shown by `style`.
    pub const REQUEST: &str = "wd-request";
    /// A field of several lines: `screens` and `take.js` draw it, `style` shows it.
    pub const TEXTAREA: &str = "wd-textarea";
}

/// Events of the window. Each is one because whoever hears it may not be there, or is no module.
pub mod event {
    /// It does not work: `begin.js` tells the guard (`start.js`), which waits for no file.
    pub const FAILED: &str = "wijkdeur-failed";
    /// Somebody took something along, see the attribute: `start.js` tells `platform`; it is no module and
    /// cannot call one.
    pub const LINK: &str = "wijkdeur-link";
    /// A new screen was shown: `platform` tells `press.js`, which can be missed.
    pub const SHOWN: &str = "wijkdeur-shown";
    /// The screen is to be read aloud: `platform` tells `aloud.js`, which is there only where the
    /// device has a voice.
    pub const ALOUD: &str = "wijkdeur-aloud";
}

/// What the browser keeps until the tab closes is kept under these.
pub mod stored {
    /// The page that kept something: `platform` and `tab.js`.
    pub const AT: &str = "at";
    /// Where "Snel weg" leads: `leave.js` for `away.js`.
    pub const TO: &str = "to";
    /// Three taps of Shift are off: `leave.js` alone, for the next page.
    pub const SHIFT: &str = "shift";
    /// A visit, with the name of its municipality behind it: `view` alone, in the program of the
    /// visit.
    pub const VISIT: &str = "wijkdeur/";
    /// Behind the name of a visit, a request: `view` alone; the visit tells the other program.
    pub const REQUEST: &str = "/request";
}

/// What an entry of the history holds.
pub mod entry {
    /// The how-many-th of the visit it is: `platform` for `leave.js`.
    pub const ENTRY: &str = "entry";
    /// How far the visit was: `platform` alone, for itself.
    pub const SPOT: &str = "spot";
    /// The name of its page: `tab.js` gives it, `platform` keeps it, and `begin.js` sees by it
    /// that "Snel weg" is there.
    pub const PAGE: &str = "page";
}
