//! Where the desk answers by itself. What the app knows too stands with the addresses of what
//! is published; what is here is for programs and for who looks after the desk.

pub use wijkdeur::content::address::{APP, BASE, CONTACT_REQUESTS, DATA, PRIVACY};

/// Everything that programs may ask, with the three ways to ask for none of it.
pub const API: [&str; 3] = ["/api", "/api/", "/api/{*rest}"];
/// How to ask for it.
pub const DESCRIPTION: &str = "/api/openapi.json";
/// Whether the desk lives, whether it takes requests, and how it is.
pub const HEALTH: [&str; 3] = ["/healthz", "/readyz", "/metrics"];
/// Where somebody tells of a weakness (RFC 9116).
pub const SECURITY: &str = "/.well-known/security.txt";
