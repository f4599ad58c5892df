//! Digits as the keyboards of residents write them.

/// The digit that a mark stands for: `0`, or that of Arabic, Persian and full-width keyboards.
pub(super) fn digit(mark: char) -> Option<u32> {
    // Each of them counts up from its own zero.
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{ff10}'];
    zeros.into_iter().find_map(|zero| {
        let digit = u32::from(mark).checked_sub(u32::from(zero))?;
        (digit < 10).then_some(digit)
    })
}
