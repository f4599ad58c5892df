//! The addresses of what is published, for who makes pages, for the program and for the desk.
//! All of them begin with one value: where the site stands on its host. Scripts know it from
//! their own address (`import.meta.url`).
//!
//! Absent: addresses of others, and the health and description of the desk (`balie`).

macro_rules! base {
    () => {
        "/"
    };
}

/// Where the site stands, and its first page.
pub const BASE: &str = base!();
/// Below it lies each build of the app, in a folder named by the sum of its files.
pub const APP: &str = concat!(base!(), "app/");
/// Below it lie the data, each file named after its content.
pub const DATA: &str = concat!(base!(), "data/");
/// Where trunk writes that the files of a build stand (`public_url` in Trunk.toml). Their sum is
/// not known then, so this stands in every page until it is published.
#[cfg(not(target_arch = "wasm32"))]
pub const BUILD: &str = "/app/build/";
/// What happens with answers.
pub const PRIVACY: &str = concat!(base!(), "privacy/");
/// How accessible the app is.
pub const ACCESSIBILITY: &str = concat!(base!(), "toegankelijkheid/");
/// Where the desk takes requests to be contacted.
pub const CONTACT_REQUESTS: &str = concat!(base!(), "api/contact-requests");

/// The page of a municipality.
pub fn town(slug: &str) -> String {
    format!(concat!(base!(), "{}/"), slug)
}

/// Its overview: every *wijk*, and who is there for all of them.
pub fn overview(slug: &str) -> String {
    format!(concat!(base!(), "{}/overzicht/"), slug)
}

/// The list of one *wijk*, by its name in addresses.
pub fn wijk(slug: &str, wijk: &str) -> String {
    format!(concat!(base!(), "{}/wijk/{}/"), slug, wijk)
}

/// How complete the lists are.
#[cfg(not(target_arch = "wasm32"))]
pub fn coverage(slug: &str) -> String {
    overview(slug) + "volledig/"
}

/// A published file, by its path in the published folder.
#[cfg(not(target_arch = "wasm32"))]
pub fn file(path: &str) -> String {
    BASE.to_owned() + path
}
