//! What Wijkdeur promises, held by tests on the host.

mod beginning;
mod cases;
mod catalogue;
mod contact;
mod danger;
mod helpers;
mod hsds;
mod import_cbs;
mod import_csv;
mod inheritance;
mod law;
mod layers;
mod mistakes;
mod opening;
mod plain;
mod proof;
mod publishing;
mod screens;
mod taking;
mod todo;
mod town;
mod values;
mod visits;
mod year;
mod young;
