//! What Wijkdeur promises, held by tests on the host.

mod arnhem;
mod layers;
mod mistakes;
mod publishing;
mod town;
mod values;
mod visits;
