//! The rule is said once for the city; an area and a *wijk* say only what differs.
