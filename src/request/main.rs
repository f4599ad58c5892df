//! The second program for a browser: a request to be contacted. It is what `view::request`
//! exports, and begins when that is called.

use wijkdeur as _;

fn main() {}
