//! What is wrong with a request, as RFC 9457 has it: `application/problem+json`.
//!
//! Programs read `type`, `pointer` and `code`; the texts are for people, in plain Dutch.

use super::words;
use axum::http::header::{ALLOW, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use wijkdeur::domain::{Field, Wrong};

/// Before the name of each kind of problem.
const TYPE: &str = "urn:wijkdeur:problem:";

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The body is not what it should be.
    Unreadable,
    /// The idempotency key is missing or wrong.
    KeyNeeded,
    /// A page of another site asks.
    ForeignOrigin,
    /// There is nothing at this path.
    NotThere,
    /// Not with this method.
    WrongMethod,
    /// The body does not come.
    TooSlow,
    /// The body is too large.
    TooLarge,
    /// The body is not JSON.
    NotJson,
    /// A field is wrong.
    Invalid,
    /// The idempotency key belongs to another request.
    KeyReused,
    /// Too many requests.
    TooMany,
    /// It cannot be stored now.
    Unavailable,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Unreadable,
        Self::KeyNeeded,
        Self::ForeignOrigin,
        Self::NotThere,
        Self::WrongMethod,
        Self::TooSlow,
        Self::TooLarge,
        Self::NotJson,
        Self::Invalid,
        Self::KeyReused,
        Self::TooMany,
        Self::Unavailable,
    ];

    /// Its name in `type`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::KeyNeeded => "idempotency-key-needed",
            Self::ForeignOrigin => "foreign-origin",
            Self::NotThere => "not-there",
            Self::WrongMethod => "wrong-method",
            Self::TooSlow => "too-slow",
            Self::TooLarge => "too-large",
            Self::NotJson => "not-json",
            Self::Invalid => "invalid",
            Self::KeyReused => "idempotency-key-reused",
            Self::TooMany => "too-many",
            Self::Unavailable => "unavailable",
        }
    }

    /// The status that goes with it.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unreadable | Self::KeyNeeded => StatusCode::BAD_REQUEST,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotThere => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// A problem, on its way to whoever asked.
#[derive(Clone, Debug)]
pub struct Problem {
    kind: Kind,
    detail: String,
    errors: Vec<FieldProblem>,
    retry_after: Option<u64>,
    allow: Option<&'static str>,
}

impl Problem {
    /// A problem of this kind, in the words that belong to it.
    pub fn new(kind: Kind) -> Self {
        Self::told(kind, words::detail(kind))
    }

    /// A problem of this kind, in these words.
    pub fn told(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new(), retry_after: None, allow: None }
    }

    /// Fields are wrong.
    pub fn invalid(wrong: &[(Field, Wrong)]) -> Self {
        let errors = wrong.iter().map(|(field, wrong)| FieldProblem {
            pointer: format!("/{}", field.as_str()),
            code: wrong.as_str(),
            detail: words::wrong(*field, *wrong),
        });
        Self { errors: errors.collect(), ..Self::new(Kind::Invalid) }
    }

    /// It can be asked again after so many seconds.
    pub fn later(kind: Kind, seconds: u64) -> Self {
        Self { retry_after: Some(seconds.max(1)), ..Self::new(kind) }
    }

    /// Only these methods.
    pub fn only(methods: &'static str) -> Self {
        Self { allow: Some(methods), ..Self::new(Kind::WrongMethod) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.kind.status();
        let body = Body {
            kind: format!("{TYPE}{}", self.kind.as_str()),
            title: words::title(self.kind),
            status: status.as_u16(),
            detail: self.detail,
            errors: self.errors,
        };
        let body = serde_json::to_vec(&body).expect("texts and numbers");
        let kind = [(CONTENT_TYPE, "application/problem+json"), (CONTENT_LANGUAGE, "nl")];
        let mut response = (status, kind, body).into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(methods) = self.allow {
            headers.insert(ALLOW, HeaderValue::from_static(methods));
        }
        response
    }
}

/// Why a request was refused.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub struct Body {
    /// Which kind of problem it is.
    #[serde(rename = "type")]
    kind: String,
    /// The same for people, in Dutch.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What to do, in Dutch.
    detail: String,
    /// The fields that are wrong, in the order of the form.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FieldProblem {
    /// A JSON pointer to the field.
    pointer: String,
    /// What is wrong, for programs.
    code: &'static str,
    /// What is wrong, for people, in Dutch.
    detail: String,
}
