//! What the command line and the environment may say.

use balie::ancestors::FrameAncestors;
use balie::api::limits::Told;
use balie::arguments::{ANCESTORS_VARIABLE, Command, Errand, STORE_VARIABLE, Serve, read};
use std::ffi::OsString;
use std::path::Path;

fn told(line: &[&str], variable: Option<&str>) -> Result<Command, String> {
    read(line.iter().map(OsString::from), |name| {
        variable.filter(|_| name == ANCESTORS_VARIABLE).map(OsString::from)
    })
}

fn serve(line: &[&str], variable: Option<&str>) -> Box<Serve> {
    match told(line, variable) {
        Ok(Command::Serve(serve)) => serve,
        other => panic!("{line:?}: {other:?}"),
    }
}

fn refused(line: &[&str]) -> String {
    told(line, None).expect_err("wrong arguments")
}

#[test]
fn the_directory_is_enough() {
    let serve = serve(&["serve", "--data", "dist"], None);
    assert_eq!(serve.data, Path::new("dist"));
    assert_eq!(serve.address.to_string(), "127.0.0.1:8080");
    assert_eq!(serve.ancestors, FrameAncestors::default());
    assert_eq!(serve.store.address, "sqlite://balie.db");
    assert_eq!((serve.store.key_file, serve.deliver, serve.keep_days), (None, None, 30));
    assert_eq!(serve.limits, Told { per_minute: 30, overall: 1200, behind_proxy: false });
    assert!(serve.origins.is_empty());
}

#[test]
fn every_option_is_heard() {
    let line = ["serve", "--port=0", "--bind", "::1", "--data=dist"];
    assert_eq!(serve(&line, None).address.to_string(), "[::1]:0");
    let line = [
        &["serve", "--data=dist", "--db=postgres://h/n", "--key-file=k", "--deliver=d"][..],
        &["--keep-days=7", "--limit-per-minute=0", "--limit-overall=9", "--behind-proxy"],
        &["--cors", "https://a.nl https://b.nl", "--cors=https://c.nl"],
    ]
    .concat();
    let serve = serve(&line, None);
    assert_eq!(serve.store.address, "postgres://h/n");
    assert_eq!(serve.store.key_file.as_deref(), Some(Path::new("k")));
    assert_eq!((serve.deliver.as_deref(), serve.keep_days), (Some(Path::new("d")), 7));
    assert_eq!(serve.limits, Told { per_minute: 0, overall: 9, behind_proxy: true });
    assert_eq!(serve.origins, ["https://a.nl", "https://b.nl", "https://c.nl"]);
}

#[test]
fn the_store_comes_from_the_option_before_the_environment() {
    let store = |line: &[&str]| {
        let variable = |name: &str| (name == STORE_VARIABLE).then(|| "postgres://h/n".into());
        match read(line.iter().map(OsString::from), variable) {
            Ok(Command::Store(store, Errand::List(None))) => store.address,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(store(&["list"]), "postgres://h/n");
    assert_eq!(store(&["list", "--db=sqlite://t.db"]), "sqlite://t.db");
}

#[test]
fn ancestors_come_from_the_option_before_the_environment() {
    let plain = ["serve", "--data", "dist"];
    let option = [&plain[..], &["--frame-ancestors", "https://a.nl"]].concat();
    let variable = Some("https://b.nl\nhttps://c.nl ");
    let origins = |line: &[&str], variable| serve(line, variable).ancestors.origins().to_vec();

    assert_eq!(origins(&plain, variable), ["https://b.nl", "https://c.nl"]);
    assert_eq!(origins(&option, variable), ["https://a.nl"]);
    let twice = [&option[..], &["--frame-ancestors", "https://d.nl"]].concat();
    assert_eq!(origins(&twice, None), ["https://a.nl", "https://d.nl"]);
    assert!(origins(&plain, Some("")).is_empty());
}

#[test]
fn wrong_arguments_are_named() {
    for (line, named) in [
        (&[][..], "serve --data DIR"),
        (&["open"], "\"open\""),
        (&["--data", "dist"], "serve"),
        (&["serve"], "--data DIR"),
        (&["serve", "--data", ""], "--data DIR"),
        (&["serve", "--data"], "--data"),
        (&["serve", "--data", "dist", "more"], "more"),
        (&["serve", "--data", "dist", "--colour"], "--colour"),
        (&["serve", "--data", "dist", "--port", "65536"], "\"65536\""),
        (&["serve", "--data", "dist", "--bind", "here"], "\"here\""),
        (&["serve", "--data", "dist", "--cors", "*"], "--cors"),
        (&["serve", "--data", "dist", "--db", "balie.db"], "sqlite://FILE"),
        (&["serve", "--data", "dist", "--keep-days", "long"], "\"long\""),
        (&["serve", "--data", "dist", "--limit-overall", "-1"], "0 for no limit"),
    ] {
        let why = refused(line);
        assert!(why.contains(named), "{line:?}: {why}");
    }
}

#[test]
fn help_is_given_wherever_it_is_asked() {
    for line in [&["--help"][..], &["-h"], &["serve", "--help"]] {
        assert_eq!(told(line, None), Ok(Command::Help), "{line:?}");
    }
}

#[test]
fn an_ancestor_is_an_exact_origin() {
    for right in [
        "https://www.arnhem.nl",
        "https://arnhem.nl:8443",
        "https://xn--mnchen-3ya.de",
        "http://localhost",
        "http://localhost:8080",
        "http://127.0.0.1:3000",
    ] {
        let ancestors = FrameAncestors::parse(right).expect(right);
        assert_eq!(ancestors.origins(), [right]);
    }
    for wrong in [
        "*",
        "https:",
        "https://",
        "https://*",
        "https://*.arnhem.nl",
        "www.arnhem.nl",
        "http://www.arnhem.nl",
        "http://localhost.arnhem.nl",
        "ftp://arnhem.nl",
        "data:",
        "'none'",
        "https://arnhem.nl/page",
        "https://arnhem.nl?x",
        "https://arnhem.nl#x",
        "https://arnhem.nl;script-src",
        "https://arnhem.nl,https://haarlem.nl",
        "https://user@arnhem.nl",
        "https://arnhem..nl",
        "https://-arnhem.nl",
        "https://arnhem.nl:0",
        "https://arnhem.nl:+80",
        "https://arnhem.nl:99999",
        "https://arnhem.nl:*",
        "https:arnhem.nl",
    ] {
        let named = FrameAncestors::parse(wrong).expect_err(wrong);
        assert_eq!(named.len(), 1);
        assert!(named[0].contains(wrong), "{named:?}");
    }
    let wildcard = FrameAncestors::parse("https://*.arnhem.nl").expect_err("a wildcard");
    assert!(wildcard[0].contains("name each site"), "{wildcard:?}");
    for (said, origin) in [
        ("HTTPS://WWW.Arnhem.NL", "https://www.arnhem.nl"),
        ("https://arnhem.nl:443", "https://arnhem.nl"),
        ("https://arnhem.nl:0443/", "https://arnhem.nl"),
        ("https://arnhem.nl:", "https://arnhem.nl"),
        ("http://localhost:80", "http://localhost"),
        ("https://arnhem.nl:80/", "https://arnhem.nl:80"),
        ("https://München.de", "https://xn--mnchen-3ya.de"),
    ] {
        let read = FrameAncestors::parse(said).expect(said);
        assert_eq!(read.origins(), [origin], "as a browser says it");
    }
}

#[test]
fn every_wrong_ancestor_is_named_with_where_it_was_said() {
    let why = told(&["serve", "--data", "dist"], Some("https://arnhem.nl * http://haarlem.nl"))
        .expect_err("two wrong ones");
    for named in ["BALIE_FRAME_ANCESTORS", "\"*\"", "\"http://haarlem.nl\""] {
        assert!(why.contains(named), "{why}");
    }
    assert!(!why.contains("https://arnhem.nl"), "{why}");
}
