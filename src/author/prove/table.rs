//! Who gives which kind of help in which *wijk*, at a glance.

use super::places::Places;
use super::report::{Kind, Report};
use crate::content::Data;
use crate::domain::*;
use std::fmt::Write;

/// By whom a kind of help is given in one place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Named,
    Entrance,
    Nobody,
}

fn cell(here: &Here<'_>, route: &RouteCode) -> Cell {
    match here.served(route) {
        Served::By(_) => Cell::Named,
        Served::Entrance(_) => Cell::Entrance,
        Served::Nobody => Cell::Nobody,
    }
}

fn here<'d>(catalogue: &'d Catalogue, town: &'d Directory, wijk: &'d Wijk, day: Date) -> Here<'d> {
    let place = Where::In(vec![&wijk.code]);
    Here::new(catalogue, town, Situation { place, day, family: false, ages: AgeSet::default() })
}

/// Reports help that nobody gives, and counts the rest.
pub(super) fn judge(data: &Data, towns: &[Places<'_>], report: &mut Report) {
    for town in towns {
        for day in &town.days {
            for wijk in &town.directory.wijken {
                let here = here(&data.catalogue, town.directory, wijk, *day);
                for route in &data.catalogue.routes {
                    match cell(&here, &route.code) {
                        Cell::Named => report.named += 1,
                        Cell::Entrance => report.at_entrance += 1,
                        Cell::Nobody => {
                            let slug = &town.directory.municipality.slug;
                            report.add(
                                Kind::Nobody,
                                format!("{} in {} ({slug})", route.code, wijk.name),
                            );
                        }
                    }
                }
            }
        }
    }
}

/// The table of one municipality on a day: a row for each kind of help, a column for each
/// *wijk*.
pub(super) fn of(catalogue: &Catalogue, town: &Directory, day: Date) -> String {
    let columns: Vec<Here<'_>> =
        town.wijken.iter().map(|wijk| here(catalogue, town, wijk, day)).collect();
    let mut said = format!(
        "\n{}, {day}: + een partij met naam, o de algemene ingang, - niemand\n",
        town.municipality.name
    );
    for (at, wijk) in town.wijken.iter().enumerate() {
        let _ = writeln!(said, "{:>3} {}", at + 1, wijk.name);
    }
    for route in &catalogue.routes {
        let cells: Vec<Cell> = columns.iter().map(|here| cell(here, &route.code)).collect();
        let row: String = cells
            .iter()
            .map(|cell| match cell {
                Cell::Named => '+',
                Cell::Entrance => 'o',
                Cell::Nobody => '-',
            })
            .collect();
        let count = |wanted| cells.iter().filter(|cell| **cell == wanted).count();
        let _ = writeln!(
            said,
            "{:<28} {row}  {:>3} {:>3} {:>3}",
            route.code.as_str(),
            count(Cell::Named),
            count(Cell::Entrance),
            count(Cell::Nobody)
        );
    }
    said
}
