//! Levels of the spine, as people name them.

use std::fmt;

/// A part of the spine with numbered levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// C1 to C7.
    Cervical,
    /// T1 to T12.
    Thoracic,
    /// L1 to L5.
    Lumbar,
    /// S1 to S5.
    Sacral,
}

impl Segment {
    /// The letter of the segment and how many levels it has.
    #[must_use]
    pub fn letter_and_count(self) -> (char, u8) {
        match self {
            Self::Cervical => ('C', 7),
            Self::Thoracic => ('T', 12),
            Self::Lumbar => ('L', 5),
            Self::Sacral => ('S', 5),
        }
    }
}

/// A level that exists: C1-C7, T1-T12, L1-L5 or S1-S5. Ordered from the neck down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    segment: Segment,
    number: u8,
}

impl Level {
    /// The level of that number; nothing when the segment has no such level.
    #[must_use]
    pub fn new(segment: Segment, number: u8) -> Option<Self> {
        let (_, count) = segment.letter_and_count();
        (1..=count)
            .contains(&number)
            .then_some(Self { segment, number })
    }

    /// Every level there is, from the neck down.
    pub fn all() -> impl Iterator<Item = Self> {
        let segments = [
            Segment::Cervical,
            Segment::Thoracic,
            Segment::Lumbar,
            Segment::Sacral,
        ];
        segments.into_iter().flat_map(|segment| {
            let (_, count) = segment.letter_and_count();
            (1..=count).filter_map(move |number| Self::new(segment, number))
        })
    }

    /// The segment it lies in.
    #[must_use]
    pub fn segment(self) -> Segment {
        self.segment
    }

    /// Its number within the segment, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.number
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.segment.letter_and_count().0, self.number)
    }
}
