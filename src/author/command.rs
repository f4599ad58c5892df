//! Which command was typed, with what belongs to it.

use super::arguments::Arguments;
use super::{advise, clock, draw, hsds, import_cbs};
use crate::content::Beginning;
use crate::domain::{Date, Moment};
use std::ffi::OsString;
use std::path::PathBuf;

/// What was asked.
pub(super) enum Command {
    Help,
    Check { data: PathBuf, todo: bool },
    New { data: PathBuf, beginning: Beginning },
    ImportCbs { data: PathBuf, table: import_cbs::Table },
    ImportCsv { data: PathBuf, table: PathBuf, municipality: String },
    Template,
    Publish { data: PathBuf, app: Option<PathBuf>, into: PathBuf },
    Paths { data: PathBuf },
    Fits { data: PathBuf, page: Option<PathBuf> },
    Prove { data: PathBuf, today: Date, page: Option<PathBuf> },
    Schema { data: PathBuf },
    Young { data: PathBuf },
    Questions { data: PathBuf, json: bool },
    Advise { data: PathBuf, case: advise::Case, shown: advise::Shown },
    Draw { data: PathBuf, order: draw::Order },
    Hsds { data: PathBuf, order: hsds::Order },
}

impl Command {
    /// Understands what was typed, or says what is wrong with it.
    pub fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut given = Arguments::read(typed)?;
        let Some(name) = given.word().filter(|_| !given.flag("help")) else {
            return Ok(Self::Help);
        };
        let command = Self::named(&name, &mut given)?;
        given.end(&name)?;
        Ok(command)
    }

    fn named(name: &str, given: &mut Arguments) -> Result<Self, String> {
        let data = given.path("data").unwrap_or_else(|| "public/data".into());
        Ok(match name {
            "check" => Self::Check { data, todo: given.flag("todo") },
            "new" => Self::New { data, beginning: beginning(given)? },
            "import-cbs" => Self::ImportCbs { data, table: table(given)? },
            "import-csv" if given.flag("template") => Self::Template,
            "import-csv" => Self::ImportCsv {
                data,
                table: needed(given.word(), "een bestand, of --template")?.into(),
                municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
            },
            "publish" => Self::Publish {
                data,
                app: given.path("app"),
                into: needed(given.path("into"), "--into DIST")?,
            },
            "paths" => Self::Paths { data },
            "fits" => Self::Fits { data, page: given.path("page") },
            "schema" => Self::Schema { data },
            "young" => Self::Young { data },
            "prove" => Self::Prove { data, today: moment(given)?.day, page: given.path("page") },
            "questions" => Self::Questions { data, json: given.flag("json") },
            "advise" => Self::Advise { data, case: case(given)?, shown: shown(given)? },
            "draw" => Self::Draw { data, order: drawing(given)? },
            "export-hsds" => Self::Hsds { data, order: order(given)? },
            other => return Err(format!("‘{other}’ is geen opdracht.")),
        })
    }
}

fn needed<T>(given: Option<T>, what: &str) -> Result<T, String> {
    given.ok_or_else(|| format!("Hierbij hoort ook {what}."))
}

fn beginning(given: &mut Arguments) -> Result<Beginning, String> {
    let code = needed(given.word(), "de code van de gemeente, zoals GM0361")?;
    Beginning::new(&code, &needed(given.text("name")?, "--name NAAM")?)
}

fn table(given: &mut Arguments) -> Result<import_cbs::Table, String> {
    Ok(import_cbs::Table {
        addresses: needed(given.word(), "het bestand van het CBS")?.into(),
        names: given.path("names"),
        municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
        anyway: given.flag("anyway"),
    })
}

fn case(given: &mut Arguments) -> Result<advise::Case, String> {
    Ok(advise::Case {
        municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
        answers: needed(given.path("answers"), "--answers BESTAND")?,
        moment: moment(given)?,
    })
}

fn order(given: &mut Arguments) -> Result<hsds::Order, String> {
    Ok(hsds::Order {
        municipality: needed(given.text("municipality")?, "--municipality NAAM")?,
        into: given.path("into"),
        moment: moment(given)?,
    })
}

fn drawing(given: &mut Arguments) -> Result<draw::Order, String> {
    let what = match (number(given, "walks")?, number(given, "advices")?) {
        (Some(many), None) => draw::What::Walks(many),
        (None, Some(many)) => draw::What::Advices(many),
        _ => return Err("Kies --walks of --advices.".to_owned()),
    };
    let municipality = needed(given.text("municipality")?, "--municipality NAAM")?;
    Ok(draw::Order { municipality, seconds: number(given, "at")?.unwrap_or_default(), what })
}

fn number(given: &mut Arguments, name: &str) -> Result<Option<u64>, String> {
    let text = given.text(name)?;
    let number = text.map(|text| text.parse().map_err(|_| format!("‘{text}’ is geen aantal.")));
    number.transpose()
}

fn shown(given: &mut Arguments) -> Result<advise::Shown, String> {
    match (given.flag("json"), given.flag("explain")) {
        (true, false) => Ok(advise::Shown::Json),
        (false, true) => Ok(advise::Shown::Explained),
        (false, false) => Ok(advise::Shown::Plain),
        (true, true) => Err("Kies --json of --explain.".to_owned()),
    }
}

/// The moment after `--date`, or now.
fn moment(given: &mut Arguments) -> Result<Moment, String> {
    let Some(text) = given.text("date")? else { return Ok(clock::now()) };
    clock::moment(&text)
        .ok_or_else(|| format!("‘{text}’ is geen dag zoals 2026-12-01 of 2026-12-01T09:30."))
}
