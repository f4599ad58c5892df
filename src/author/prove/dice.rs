//! Numbers that look drawn at random and are the same every time (SplitMix64).

/// Gives one number after another.
pub struct Dice(u64);

impl Dice {
    /// Begins with a number; with another, others follow.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to and without `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// One of these; nothing if there are none.
    pub fn one<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}
