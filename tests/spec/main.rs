//! What Wijkdeur promises, held by tests on the host.

mod cases;
mod catalogue;
mod hsds;
mod inheritance;
mod layers;
mod mistakes;
mod opening;
mod plain;
mod proof;
mod publishing;
mod town;
mod values;
mod visits;
mod year;
mod young;
