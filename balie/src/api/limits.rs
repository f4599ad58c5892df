//! How much one address may ask, and all of them together.
//!
//! Generous on purpose: behind one address may stand a whole library. An address is known
//! here only, in memory, as long as it counts, and is written nowhere.

use crate::trouble::Once;
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::time::Instant;

/// What the desk was told of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// So many a minute from one address, and twice as many at once; 0 for no limit.
    pub per_minute: u32,
    /// So many a minute from all of them; 0 for no limit.
    pub overall: u32,
    /// The proxy before the desk says in `X-Forwarded-For` who asks.
    pub behind_proxy: bool,
}

impl Default for Told {
    fn default() -> Self {
        Self { per_minute: 30, overall: 1200, behind_proxy: false }
    }
}

/// Counts what comes in.
pub struct Limits {
    each: Option<DefaultKeyedRateLimiter<IpAddr>>,
    all: Option<DefaultDirectRateLimiter>,
    behind_proxy: bool,
    unsaid: Once,
    clock: DefaultClock,
}

impl Limits {
    /// Limits as they were told.
    pub fn new(told: Told) -> Self {
        let number = NonZeroU32::new;
        Self {
            each: number(told.per_minute)
                .map(|each| Quota::per_minute(each).allow_burst(each.saturating_mul(TWICE)))
                .map(RateLimiter::keyed),
            all: number(told.overall).map(Quota::per_minute).map(RateLimiter::direct),
            behind_proxy: told.behind_proxy,
            unsaid: Once::default(),
            clock: DefaultClock::default(),
        }
    }

    /// Counts whatever somebody sends; an error says after how many seconds they may again.
    pub fn count(&self, headers: &HeaderMap, extensions: &Extensions) -> Result<(), u64> {
        if !self.behind_proxy && FORWARDED.iter().any(|name| headers.contains_key(*name)) {
            self.unsaid.tell(
                "requests come by way of a proxy, and everybody counts as one address: start \
                 with --behind-proxy",
            );
        }
        let Some(each) = &self.each else { return Ok(()) };
        each.check_key(&self.address(headers, extensions)).map_err(|until| self.wait(&until))
    }

    /// Counts what is fit to be kept. Only that uses up what all of them have together, or
    /// anybody could keep everybody out with nothing.
    pub fn count_fit(&self) -> Result<(), u64> {
        let Some(all) = &self.all else { return Ok(()) };
        all.check().map_err(|until| self.wait(&until))
    }

    fn wait(&self, until: &NotUntil<Instant>) -> u64 {
        until.wait_time_from(self.clock.now()).as_secs_f64().ceil() as u64
    }

    /// Forgets the addresses that no longer count.
    pub fn forget(&self) {
        if let Some(each) = &self.each {
            each.retain_recent();
            each.shrink_to_fit();
        }
    }

    /// Who asks: the other end of the connection, or who the proxy says it is. Its last
    /// word counts; what stands before it anybody can write.
    fn address(&self, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
        let said = headers.get_all("x-forwarded-for").iter().next_back();
        let said = said.and_then(|said| address(said.to_str().ok()?.rsplit(',').next()?.trim()));
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip());
        let address = if self.behind_proxy { said.or(peer) } else { peer };
        network(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
    }
}

/// What proxies say of who asks; nobody else says it.
const FORWARDED: [&str; 3] = ["x-forwarded-for", "forwarded", "x-real-ip"];

const TWICE: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);

/// An address as proxies write it, some of them with a port.
fn address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse().map(|it: SocketAddr| it.ip());
    text.parse().or_else(|_| with_port()).ok()
}

/// One household has a whole network of IPv6 addresses: they count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address => address,
    }
}
