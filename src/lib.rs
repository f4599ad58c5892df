//! Wijkdeur: one door into the help of your own neighbourhood.
