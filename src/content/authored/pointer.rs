//! Places in a JSON document (RFC 6901).

/// The place one step further: a key of an object or an index of an array.
pub(super) fn step(pointer: &str, token: &str) -> String {
    let mut further = String::with_capacity(pointer.len() + token.len() + 1);
    further.push_str(pointer);
    further.push('/');
    for mark in token.chars() {
        match mark {
            '~' => further.push_str("~0"),
            '/' => further.push_str("~1"),
            other => further.push(other),
        }
    }
    further
}

/// The place of an element of an array.
pub(super) fn item(pointer: &str, index: usize) -> String {
    format!("{pointer}/{index}")
}

/// The place this one lies in; nothing for the document itself.
pub(super) fn parent(pointer: &str) -> Option<&str> {
    pointer.rsplit_once('/').map(|(parent, _)| parent)
}

/// Whether a place lies somewhere below another.
pub(super) fn lies_in(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}

/// The last step, as it stands in the document.
pub(super) fn last(pointer: &str) -> String {
    pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~")
}
