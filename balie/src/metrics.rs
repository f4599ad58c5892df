//! Counts for who runs the desk, in the format of Prometheus. No names, no addresses, no
//! towns: in a small town one request is already somebody.

use crate::store::Sum;
use axum::http::StatusCode;
use jiff::Timestamp;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// The counts of this desk since it started.
pub struct Metrics {
    registry: Registry,
    answers: Family<Answer, Counter>,
    /// Requests that were stored.
    pub stored: Counter,
    /// Requests that were delivered.
    pub delivered: Counter,
    /// Tries to deliver one that failed.
    pub failed: Counter,
    /// Requests that were given up.
    pub buried: Counter,
    waiting: Gauge,
    oldest: Gauge,
    late: Gauge,
    dead: Gauge,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    status: u16,
}

impl Metrics {
    /// All at zero.
    pub fn new() -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("balie"),
            answers: Family::default(),
            stored: Counter::default(),
            delivered: Counter::default(),
            failed: Counter::default(),
            buried: Counter::default(),
            waiting: Gauge::default(),
            oldest: Gauge::default(),
            late: Gauge::default(),
            dead: Gauge::default(),
        };
        metrics.registered()
    }

    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        registry.register("answers", "Answers to contact requests", self.answers.clone());
        registry.register("stored", "Contact requests that were stored", self.stored.clone());
        registry.register("delivered", "Requests that were delivered", self.delivered.clone());
        registry.register("failed", "Tries to deliver that failed", self.failed.clone());
        registry.register("buried", "Requests that were given up", self.buried.clone());
        registry.register("waiting", "Requests that wait now", self.waiting.clone());
        let oldest = "How long the oldest of them waits";
        let seconds = prometheus_client::registry::Unit::Seconds;
        registry.register_with_unit("oldest_waiting", oldest, seconds, self.oldest.clone());
        registry.register("late", "Requests that wait too long", self.late.clone());
        registry.register("dead", "Requests that need somebody to look", self.dead.clone());
        self
    }

    /// A contact request was answered.
    pub fn answered(&self, status: StatusCode) {
        self.answers.get_or_create(&Answer { status: status.as_u16() }).inc();
    }

    /// The counts as text, with what waits now.
    pub fn text(&self, sum: Sum) -> String {
        let now = Timestamp::now().as_millisecond();
        self.waiting.set(sum.waiting);
        self.late.set(sum.late);
        self.dead.set(sum.dead);
        self.oldest.set(sum.oldest.map_or(0, |oldest| (now - oldest).max(0) / 1000));
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes all");
        text
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}
