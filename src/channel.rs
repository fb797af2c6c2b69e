//! Where people talk to the product. A channel is a module with a function that runs it; there is nothing they share
//! but the turn.

pub mod telegram;
pub mod terminal;
