//! `wijkdeur schema`: the JSON Schema of every file that people edit, so that an editor
//! completes and explains.

use crate::content::{Written, schemas};
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

/// Writes the schemas into the folder `schema` of the data.
pub(super) fn run(data_dir: &Path) -> ExitCode {
    let folder = data_dir.join("schema");
    match write(&folder) {
        Ok(files) => {
            println!("Geschreven: {files} bestanden in {}.", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: niet te schrijven ({error})", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    let all = schemas();
    for Written { file, schema } in &all {
        fs::write(folder.join(file), format!("{schema:#}\n"))?;
    }
    Ok(all.len())
}
