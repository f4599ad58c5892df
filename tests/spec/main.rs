//! What Wijkdeur promises, held by tests on the host.

mod beginning;
mod cases;
mod catalogue;
mod import_cbs;
mod import_csv;
mod inheritance;
mod layers;
mod mistakes;
mod opening;
mod proof;
mod publishing;
mod town;
mod values;
mod visits;
mod young;
