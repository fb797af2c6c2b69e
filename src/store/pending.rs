//! A result that comes later: for those who await and those who wait.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::sync::oneshot;

/// What a store will answer. It is nothing when the store was closed before it answered.
#[derive(Debug)]
pub struct Pending<T>(oneshot::Receiver<T>);

impl<T> Pending<T> {
    /// A pending result and the end that gives it.
    pub(super) fn pair() -> (oneshot::Sender<T>, Self) {
        let (sender, receiver) = oneshot::channel();
        (sender, Self(receiver))
    }

    /// A result that is already there.
    pub(super) fn ready(value: T) -> Self {
        let (sender, pending) = Self::pair();
        // The receiver is alive: it is returned below.
        let _ = sender.send(value);
        pending
    }

    /// Blocks the thread until the result is there. Not for use inside an async runtime: await it there.
    pub fn wait(self) -> Option<T> {
        pollster::block_on(self)
    }
}

impl<T> Future for Pending<T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        Pin::new(&mut self.0).poll(context).map(Result::ok)
    }
}
