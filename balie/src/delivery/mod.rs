//! Handing a request to who is to be in touch. For now to nobody: everything waits.

use jiff::Timestamp;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use wijkdeur::domain::Draft;

/// A request on its way to who is to be in touch.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its name. Who got one with this name before has it already.
    pub reference: String,
    /// When it came in.
    pub received_at: Timestamp,
    /// Within how many working days somebody is in touch.
    pub working_days: u8,
    /// It is perhaps from a machine.
    pub suspect: bool,
    /// The municipality, by its name for people.
    pub town: String,
    /// The party, by its name for people.
    pub receiver: String,
    /// What it says.
    pub content: Draft,
}

/// Why a letter was not delivered, without personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Another time it may succeed.
    Later(String),
    /// It will never succeed.
    Never(String),
}

/// Where letters go.
pub struct Deliveries {
    way: Way,
}

enum Way {
    Nowhere,
    Given(Given),
}

type Given = Arc<dyn Fn(Letter) -> Delivering + Send + Sync>;
type Delivering = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

impl Deliveries {
    /// Nowhere: everything waits.
    pub fn none() -> Self {
        Self { way: Way::Nowhere }
    }

    /// As this file says.
    pub fn read(path: &Path) -> Result<Self, String> {
        Err(format!("{}: this desk cannot deliver yet; leave out --deliver", path.display()))
    }

    /// To this function, whoever it is for.
    pub fn to<Done>(way: impl Fn(Letter) -> Done + Send + Sync + 'static) -> Self
    where
        Done: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        Self { way: Way::Given(Arc::new(move |letter| Box::pin(way(letter)))) }
    }

    /// Whether this queue has somewhere to go.
    pub fn knows(&self, _town: &str, _provider: &str) -> bool {
        !matches!(self.way, Way::Nowhere)
    }

    /// Hands a letter over, once: trying again is up to who calls.
    pub async fn deliver(
        &self,
        _town: &str,
        _provider: &str,
        letter: &Letter,
    ) -> Result<(), Failure> {
        match &self.way {
            Way::Nowhere => Err(Failure::Later("there is nowhere to deliver it".to_owned())),
            Way::Given(way) => way(letter.clone()).await,
        }
    }
}
