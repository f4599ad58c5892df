//! `wijkdeur prove`: tries every case and shows that each gets an advice that holds.
//!
//! A case is what somebody answers, where they live and on which day. There are far too
//! many to work out one by one, so it works over what is *distinct*: answers that lead to
//! the same needs, flags and help are one class (`cases`), *wijken* and days on which the
//! same parties help are one class (`places`), and an advice is worked out once for each
//! pair of classes (`verdict`). That this loses nothing is tried on a million cases drawn
//! at random and worked out the long way (`sample`).
//!
//! Absent: what is a mistake in a file; `check` finds that.

mod between;
mod cases;
mod dice;
mod households;
mod length;
mod page;
mod places;
mod report;
mod sample;
mod table;
mod verdict;
mod ways;

pub use dice::Dice;
pub use page::page;
pub use report::{Gap, Kind, Report};
pub(super) use ways::{Way, answers_to, each_end, forced, ways};

use super::data::load;
use super::say;
use crate::content::Data;
use crate::domain::Date;
use cases::Cases;
use places::Places;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Cases that are worked out the long way.
pub const SAMPLE: usize = 1_000_000;

/// Proves the data in a directory and prints what it saw; as a page too, if asked.
pub(super) fn run(data_dir: &Path, today: Date, into: Option<&Path>) -> ExitCode {
    let Some(data) = load(data_dir) else { return ExitCode::FAILURE };
    let start = Instant::now();
    let report = prove(&data, today, SAMPLE);
    data.directories.iter().for_each(|town| say(&table::of(&data.catalogue, town, today)));
    say(&format!("\n{report}"));
    say(&format!("{:.1} seconden\n", start.elapsed().as_secs_f64()));
    if let Some(into) = into
        && let Err(error) = std::fs::write(into, page(&data, &report, today))
    {
        eprintln!("{}: niet te schrijven ({error})", into.display());
        return ExitCode::FAILURE;
    }
    if report.gaps.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Tries every case from a day on; `sample` of them the long way as well.
pub fn prove(data: &Data, today: Date, sample: usize) -> Report {
    let cases = Cases::of(&data.catalogue, &data.directories, today);
    let towns: Vec<Places<'_>> = data
        .directories
        .iter()
        .map(|directory| Places::of(&data.catalogue, directory, &cases.households(), today))
        .collect();
    let mut report = Report::default();
    cases.judge(&data.catalogue, &data.directories, today, &mut report);
    let digests = verdict::judge(data, &cases, &towns, &mut report);
    table::judge(data, &towns, &mut report);
    between::judge(data, &towns, today, &mut report);
    sample::judge(data, &cases, &towns, &digests, sample, &mut report);
    report
}

/// Splits work over the cores of the machine; the results come in the order of the work.
fn on_every_core<T: Sync, R: Send>(work: &[T], each: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = work.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let each = &each;
        let threads: Vec<_> =
            work.chunks(share).map(|part| scope.spawn(move || each(part))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
