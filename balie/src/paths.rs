//! Which paths are worth looking up.
//!
//! The file server itself never leaves its directory. This is stricter: a path
//! that no link of the app can contain is answered as unknown before the disk is
//! touched. Compressed copies cannot be asked for by name: they are only another
//! form of the file beside them, and would arrive without its type. Nor can what begins with
//! a dot or is of a kind that nobody publishes: a tool left it there, or somebody a copy of a
//! store or a key.

use percent_encoding::percent_decode_str;

/// Whether this path, as it came in the request, may name a published file.
pub fn is_plain(path: &str) -> bool {
    let Some(below) = path.strip_prefix('/') else {
        return false;
    };
    let (folders, name) = match below.rsplit_once('/') {
        Some((folders, name)) => (Some(folders), name),
        None => (None, below),
    };
    // Only the last part may be empty: `//host/` sent back as a redirect would
    // lead to another site.
    folders.is_none_or(|folders| folders.split('/').all(is_name))
        && (name.is_empty() || (is_name(name) && is_published(name)))
}

/// The folder that a path names by the page in it: `/arnhem/` for `/arnhem/index.html`. One
/// page has one address, or what is kept for it would be kept twice.
pub fn folder_of_page(path: &str) -> Option<&str> {
    let (folder, name) = path.split_at(path.rfind('/')? + 1);
    let name = percent_decode_str(name).decode_utf8().ok()?;
    (name == "index.html").then_some(folder)
}

fn is_name(part: &str) -> bool {
    let Ok(name) = percent_decode_str(part).decode_utf8() else {
        return false;
    };
    !name.is_empty()
        && !name.starts_with('.')
        && !name.contains(|c: char| c == '/' || c == '\\' || c.is_control())
}

/// The kinds of files that a site is made of.
const KINDS: [&str; 16] = [
    "bin",
    "css",
    "html",
    "ico",
    "jpg",
    "js",
    "json",
    "pdf",
    "png",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "webp",
    "woff2",
    "xml",
];

fn is_published(name: &str) -> bool {
    let name = percent_decode_str(name).decode_utf8_lossy();
    // Without a dot it is a folder, to whose page one is sent on.
    name.rsplit_once('.').is_none_or(|(_, kind)| KINDS.contains(&kind)) && !name.ends_with('~')
}
