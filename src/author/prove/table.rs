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
    let all = here.served_at_all(route);
    let any = |is: fn(&Served<'_>) -> bool| all.iter().any(is);
    if any(|served| matches!(served, Served::By(_))) {
        Cell::Named
    } else if any(|served| matches!(served, Served::Entrance(_))) {
        Cell::Entrance
    } else {
        Cell::Nobody
    }
}

/// What stands in a column: a *wijk*, or the whole municipality where it has none yet.
pub(super) fn columns<'d>(
    catalogue: &'d Catalogue,
    town: &'d Directory,
    day: Date,
) -> Vec<(&'d str, Here<'d>)> {
    let here = |place| Here::new(catalogue, town, Situation::of_anybody(place, day));
    if town.wijken.is_empty() {
        return vec![(&town.municipality.name, here(Where::Unknown))];
    }
    let wijken = town.wijken.iter();
    wijken.map(|wijk| (wijk.name.as_str(), here(Where::In(vec![&wijk.code])))).collect()
}

/// Reports help that nobody gives, and counts the rest.
pub(super) fn judge(data: &Data, towns: &[Places<'_>], report: &mut Report) {
    for town in towns {
        for day in &town.days {
            for (name, here) in columns(&data.catalogue, town.directory, *day) {
                for route in &data.catalogue.routes {
                    match cell(&here, &route.code) {
                        Cell::Named => report.named += 1,
                        Cell::Entrance => report.at_entrance += 1,
                        Cell::Nobody => {
                            let slug = &town.directory.municipality.slug;
                            report.add(Kind::Nobody, format!("{} in {name} ({slug})", route.code));
                        }
                    }
                }
            }
        }
    }
}

/// The table of one municipality on a day: a row for each kind of help.
pub(super) fn of(catalogue: &Catalogue, town: &Directory, day: Date) -> String {
    let columns = columns(catalogue, town, day);
    let mut said = format!(
        "\n{}, {day}: + een partij met naam, o de algemene ingang, - niemand\n",
        town.municipality.name
    );
    for (at, (name, _)) in columns.iter().enumerate() {
        let _ = writeln!(said, "{:>3} {name}", at + 1);
    }
    for route in &catalogue.routes {
        let cells: Vec<Cell> = columns.iter().map(|(_, here)| cell(here, &route.code)).collect();
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
