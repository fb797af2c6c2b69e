//! Playing transcripts side by side.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::replay::{Played, Replayer, Script};

/// How many transcripts are played at once on each core: one that waits for the disk keeps none from going on.
const EACH: usize = 4;

/// Plays every transcript; what comes of them is in their order.
pub(super) fn play(replayer: &Replayer, scripts: &[Script]) -> Vec<Played> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let progress = io::stderr().is_terminal();
    let hands = thread::available_parallelism()
        .map_or(1, usize::from)
        .saturating_mul(EACH)
        .min(scripts.len());
    let work = || {
        while let Some((at, script)) = take(&next, scripts) {
            let played = replayer.play(script);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((at, played));
            if progress {
                tell(done.len(), scripts.len());
            }
        }
    };
    thread::scope(|scope| {
        (0..hands).for_each(|_| {
            scope.spawn(work);
        });
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, played)| played).collect()
}

fn take<'s>(next: &AtomicUsize, scripts: &'s [Script]) -> Option<(usize, &'s Script)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    scripts.get(at).map(|script| (at, script))
}

/// Overwrites the line of progress; the last one clears it.
fn tell(done: usize, all: usize) {
    let mut out = io::stderr().lock();
    let _unsaid = if done < all {
        write!(out, "\r{done} of {all} transcripts")
    } else {
        write!(out, "\r\x1b[K")
    };
    let _unsaid = out.flush();
}
