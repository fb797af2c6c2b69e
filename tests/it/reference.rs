//! The definition of reading.md's answer for vertebral augmentation, word for word and without the product: every
//! consistent completion of what is open is tried. It is slow and it is the measure.

pub(crate) mod assess;
pub(crate) mod complete;
pub(crate) mod facts;
pub(crate) mod random;
pub(crate) mod rule;

mod itself;
