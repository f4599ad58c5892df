//! Trouble is told when it begins and when it is over.

use balie::trouble::Trouble;

#[test]
fn trouble_is_told_once() {
    let mut trouble = Trouble::with("cannot read");
    let mut hear = |how: Result<(), &str>| trouble.hear(&how);
    assert_eq!(hear(Ok(())), None);
    assert_eq!(hear(Err("no answer")).as_deref(), Some("cannot read: no answer"));
    assert_eq!(hear(Err("no answer")), None);
    assert_eq!(hear(Ok(())).as_deref(), Some("over: cannot read"));
    assert_eq!(hear(Ok(())), None);
    assert!(hear(Err("again")).is_some());
}
