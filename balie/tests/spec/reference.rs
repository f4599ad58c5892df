//! References that can be read aloud.

use balie::reference::{draw, read};
use std::collections::HashSet;

#[test]
fn a_reference_has_no_sign_that_is_taken_for_another() {
    let drawn: HashSet<String> = std::iter::repeat_with(draw).take(1_000).collect();
    assert!(drawn.len() > 990, "random");
    for reference in drawn {
        assert_eq!(reference.len(), "WD-7KQ2-M4XP".len());
        assert!(reference.starts_with("WD-"));
        assert!(!reference[3..].contains(['I', 'L', 'O', 'U']), "{reference}");
        assert_eq!(read(&reference), Some(reference));
    }
}

#[test]
fn a_reference_is_understood_as_people_write_it() {
    for written in ["WD-7KQ2-M01P", "wd-7kq2-moip", "WD7KQ2M0LP", "WD 7KQ2 M01P"] {
        assert_eq!(read(written).as_deref(), Some("WD-7KQ2-M01P"), "{written}");
    }
    for written in ["", "WD-", "WD-7KQ2", "7KQ2-M01P", "WD-7KQ2-M01U", "WD-7KQ2-M01P1", "WD-é"] {
        assert_eq!(read(written), None, "{written}");
    }
}
