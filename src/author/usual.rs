//! The usual week of a way to reach somebody, cut at the days on which it does not hold: for
//! formats in which a day can only be open, and not closed by exception.

use crate::domain::{Date, Exception, Hours, Reach};

/// Every opening of the usual week, each as often as the exceptions cut it; with the place
/// in the list of hours that it comes from.
pub(super) fn usual(reach: &Reach) -> Vec<(usize, Hours)> {
    let mut all = Vec::new();
    for (place, hours) in reach.hours.iter().enumerate() {
        let whole = (hours.valid_from, hours.valid_until);
        let periods = reach.exceptions.iter().fold(vec![whole], |periods, exception| {
            periods.into_iter().flat_map(|period| without(period, exception)).collect()
        });
        all.extend(periods.into_iter().map(|(valid_from, valid_until)| {
            (place, Hours { valid_from, valid_until, ..hours.clone() })
        }));
    }
    all
}

/// From a day until a day; absent: always, and no end.
type Period = (Option<Date>, Option<Date>);

/// What an exception leaves of a period: before it and after it.
fn without((from, until): Period, exception: &Exception) -> Vec<Period> {
    let (first, last) = (exception.from, exception.last());
    let apart = until.is_some_and(|until| until < first) || from.is_some_and(|from| last < from);
    if apart {
        return vec![(from, until)];
    }
    let before = from.is_none_or(|from| from < first).then(|| (from, Some(first.before())));
    let after = until.is_none_or(|until| last < until).then(|| (Some(last.next()), until));
    before.into_iter().chain(after).collect()
}
