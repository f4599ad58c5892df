//! The command itself: what it prints, where, and how it ends.

use super::{WATER, texts};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, process};

/// A directory with the data, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Self(env::temp_dir().join(format!("wijkdeur-{name}-{}", process::id())));
        for (file, text) in texts() {
            folder.write(&file, &text);
        }
        folder
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a place to write");
        fs::write(path, text).expect("a file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn check(data: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wijkdeur"))
        .args(["check", "--data"])
        .arg(data)
        .args(more)
        .output()
        .expect("the program runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn data_without_mistakes_end_well() {
    let data = Folder::new("good");
    let output = check(&data.0, &[]);
    assert_eq!(said(&output.stderr), "Geen fouten: 2 gemeenten, 1 taal, 4 behoeften\n");
    assert!(output.status.success() && output.stdout.is_empty());
}

#[test]
fn every_mistake_has_a_line_and_the_end_says_how_many() {
    let data = Folder::new("bad");
    data.write(WATER, "{}");
    data.write("los.json", "{}");
    let output = check(&data.0, &[]);
    let said = said(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.ends_with("\n6 fouten in 2 bestanden\n"), "{said}");
    assert!(said.starts_with("los.json#: dit bestand hoort hier niet"), "{said}");
}

#[test]
fn what_is_not_known_yet_is_printed_when_asked() {
    let data = Folder::new("todo");
    let output = check(&data.0, &["--todo"]);
    let said = said(&output.stdout);
    assert!(output.status.success());
    for point in [
        "bosdorp (1 postcode): De gemeente heeft deze gegevens nog niet bevestigd.",
        "bosdorp (1 postcode): Wie hier onafhankelijke cliëntondersteuning geeft, is niet bekend.",
        "bosdorp (1 postcode): Welk team er werkt, is niet bekend in: Bosdorp.",
        "waterstad (286 postcodes): Wie jeugd geeft, is niet bekend in: Polder.",
        "waterstad (286 postcodes): De tijden van het wijkteam Zuid.",
        "landelijk: 2 van 2 partijen: nog door niemand nagekeken.",
    ] {
        assert!(said.lines().any(|line| line == point), "{point} not in:\n{said}");
    }
}

#[test]
fn a_directory_that_is_not_there_is_said() {
    let output = check(Path::new("/nergens/te/vinden"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("niet te lezen"));
}

#[test]
fn a_file_that_is_no_text_is_said_by_name() {
    let data = Folder::new("bytes");
    fs::write(data.0.join(WATER), [0xff, 0xfe, 0x00]).expect("a file");
    let output = check(&data.0, &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output.stderr);
    assert!(said.contains(WATER) && said.contains("UTF-8"), "{said}");
}

#[test]
fn what_a_command_does_not_understand_is_refused() {
    for (typed, word) in [
        (&["chekc"][..], "geen opdracht"),
        (&["check", "--json"], "--json hoort niet bij check"),
        (&["paths", "--municipality", "voorbeeldstad"], "--municipality hoort niet bij paths"),
        (&["check", "voorbeeldstad"], "‘voorbeeldstad’ staat er te veel"),
        (&["check", "--alles"], "--alles is niet bekend"),
        (&["publish"], "--into DIST"),
        (&["publish", "--into"], "hoort een waarde"),
        (&["advise", "--municipality", "voorbeeldstad"], "--answers BESTAND"),
        (&["prove", "--date", "morgen"], "geen dag"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_wijkdeur")).args(typed).output();
        let output = output.expect("the program runs");
        let said = said(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(word), "{typed:?}: {said}");
    }
}
