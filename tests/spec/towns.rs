//! What the towns of the data must say: promises, and no sentences, so that an editor who
//! improves one breaks nothing. Every other test walks in Voorbeeldstad or in a town of its
//! own, and names none of these.

mod cases;
mod elsewhere;
mod hsds;
mod promises;
