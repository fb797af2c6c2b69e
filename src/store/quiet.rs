//! Panics of the storage library, caught at the store's edge and told as damage instead of ending the program.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs the closure; nothing when it panicked. The panic's message is not printed, here or in the library's own
/// threads: whoever calls has a better one.
pub(super) fn catch<T>(run: impl FnOnce() -> T) -> Option<T> {
    silence_once();
    let before = QUIET.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    QUIET.set(before);
    outcome.ok()
}

fn silence_once() {
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() && !is_library_thread() {
                told(info);
            }
        }));
    });
}

fn is_library_thread() -> bool {
    let thread = thread::current();
    thread
        .name()
        .is_some_and(|name| name.starts_with("sled-io") || name == "log flusher")
}
