//! Questions and assessments as JSON: one line asks about one item, one line answers.

mod answer;
mod fault;
mod question;
mod tree;
mod values;

pub use answer::{Answer, Pin};
pub use fault::LineFault;
pub use question::{Question, Refused, read_question};
