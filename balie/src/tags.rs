//! The tag of a file, by which a browser that has it need not fetch it again: made of its
//! content and nothing else. A date or a size can be the same for two contents: archives and
//! builds that can be repeated give every file one date.
//!
//! What a file holds is worked out once, and again when the file system says that the file
//! was touched (its inode, size, or the moment of its last change, which nobody can set).

use crate::hex;
use axum::http::header::{
    IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, RANGE,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The tags of the files that were asked for.
#[derive(Clone, Default)]
pub struct Tags(Arc<Mutex<HashMap<PathBuf, (Touched, HeaderValue)>>>);

/// When and how a file was last touched.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Touched([u64; 3], [i64; 4]);

impl Touched {
    fn of(it: &Metadata) -> Self {
        let file = [it.dev(), it.ino(), it.size()];
        Self(file, [it.mtime(), it.mtime_nsec(), it.ctime(), it.ctime_nsec()])
    }
}

impl Tags {
    /// The tag of what this file holds; nothing if it is not the one that was opened, of
    /// which the file server knows size and date.
    pub async fn of(&self, file: PathBuf, opened: HeaderValue) -> Option<HeaderValue> {
        let these = self.clone();
        tokio::task::spawn_blocking(move || these.look(&file, &opened).ok()).await.ok().flatten()
    }

    fn look(&self, path: &Path, opened: &HeaderValue) -> io::Result<HeaderValue> {
        let replaced = || io::Error::other("it is being replaced");
        let it = path.metadata()?;
        let touched = Touched::of(&it);
        let now = format!("\"{:x}.{:08x}-{:x}\"", it.mtime(), it.mtime_nsec(), it.size());
        if opened.as_bytes() != now.as_bytes() {
            return Err(replaced());
        }
        let known = self.0.lock().expect("nobody panics with it").get(path).cloned();
        if let Some((_, tag)) = known.filter(|(then, _)| *then == touched) {
            return Ok(tag);
        }
        let mut file = File::open(path)?;
        let tag = tag(&mut file)?;
        if Touched::of(&file.metadata()?) != touched {
            return Err(replaced());
        }
        let mut known = self.0.lock().expect("nobody panics with it");
        known.insert(path.to_owned(), (touched, tag.clone()));
        Ok(tag)
    }
}

fn tag(file: &mut File) -> io::Result<HeaderValue> {
    let mut sum = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part)? {
            0 => break,
            read => sum.update(&part[..read]),
        }
    }
    HeaderValue::from_str(&format!("\"{}\"", hex::write(&sum.finalize()[..16])))
        .map_err(io::Error::other)
}

/// What somebody asks only if a file is, or is not, what they have.
pub struct Conditions {
    only: Option<String>,
    unless: Option<String>,
}

impl Conditions {
    /// Takes them out of the request, with those by date, which say too little. A part of
    /// what may be another file by now is asked whole.
    pub fn take(headers: &mut HeaderMap) -> Self {
        let mut taken = |name| {
            let all: Vec<_> =
                headers.get_all(&name).iter().filter_map(|it| it.to_str().ok()).collect();
            let all = (!all.is_empty()).then(|| all.join(","));
            headers.remove(name);
            all
        };
        let (only, unless) = (taken(IF_MATCH), taken(IF_NONE_MATCH));
        for date in [IF_MODIFIED_SINCE, IF_UNMODIFIED_SINCE] {
            headers.remove(date);
        }
        if headers.remove(IF_RANGE).is_some() {
            headers.remove(RANGE);
        }
        Self { only, unless }
    }

    /// What to answer in place of a file with this tag, if not the file.
    pub fn judge(&self, tag: &HeaderValue) -> Option<StatusCode> {
        let is = |said: &String, weak: bool| {
            said.split(',').map(str::trim).any(|said| {
                let said = if weak { said.strip_prefix("W/").unwrap_or(said) } else { said };
                said == "*" || said.as_bytes() == tag.as_bytes()
            })
        };
        match self {
            Self { only: Some(only), .. } if !is(only, false) => {
                Some(StatusCode::PRECONDITION_FAILED)
            }
            Self { unless: Some(unless), .. } if is(unless, true) => Some(StatusCode::NOT_MODIFIED),
            _ => None,
        }
    }
}
