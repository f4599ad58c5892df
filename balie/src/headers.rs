//! The security headers, which stand on every response: page, redirect, "not
//! changed" and error alike.
//!
//! Content-Security-Policy is a header, not a `meta` element: `frame-ancestors`
//! works only here. `X-Frame-Options` cannot name another site, so it is sent
//! only when no other site may frame the app. The abilities that the app itself
//! uses (clipboard, printing, reading aloud) are not denied.
//!
//! Absent: headers on the answer to a request that is not HTTP; the server below
//! this program refuses that with an empty 400 and no application is asked.

use crate::ancestors::FrameAncestors;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

const DENIED: [&str; 17] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The security headers of one deployment.
#[derive(Debug, Clone)]
pub struct SecurityHeaders(HeaderMap);

impl SecurityHeaders {
    /// Works the headers out once, at the start.
    pub fn new(ancestors: &FrameAncestors) -> Self {
        let others = ancestors.origins();
        let policy: String = std::iter::once(POLICY)
            .chain(others.iter().flat_map(|origin| [" ", origin.as_str()]))
            .collect();
        let denied = DENIED.map(|ability| format!("{ability}=()")).join(", ");

        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_SECURITY_POLICY, checked(&policy));
        headers.insert(HeaderName::from_static("permissions-policy"), checked(&denied));
        for (name, value) in [
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (REFERRER_POLICY, "no-referrer"),
            (STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if others.is_empty() {
            headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
        }
        Self(headers)
    }

    /// Puts them on a response, in place of any it had of the same name.
    pub fn put_on(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            headers.insert(name, value.clone());
        }
    }
}

fn checked(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).expect("fixed words and checked origins are plain ASCII")
}
