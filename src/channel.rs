//! Where people talk to us. A channel is a module with `run`; it decides nothing.

pub mod terminal;
