//! A Bot API server of our own on loopback. It keeps the rules of the real one, because a server that takes everything
//! proves nothing; it can be made to fail in the ways the real one fails; and it remembers all that was said.

mod chat;
mod fault;
mod html;
mod http;
mod keyboard;
mod methods;
mod people;
mod queue;
mod request;
mod sending;
mod webhook;
mod world;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::{Instant, timeout_at};

pub(crate) use chat::{Button, Chat, Deed, Said};
pub(crate) use fault::{Fault, What};
pub(crate) use people::Thing;
pub(crate) use world::World;

/// The bot's token. Its first part is the bot's id, as with real ones.
pub(crate) const TOKEN: &str = "700001:FAKE-0secret1of2the3bot4abcdefghij";

/// The server. It stops when this is dropped.
pub(crate) struct Fake {
    shared: Arc<Shared>,
    address: SocketAddr,
    handle: Handle,
    /// Whoever started the server ends it.
    runtime: Option<Runtime>,
}

/// What the server's tasks and those who look at it share.
pub(crate) struct Shared {
    world: Mutex<World>,
}

impl Shared {
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A test that failed elsewhere must not hide behind this one.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fake {
    /// A server that listens on a free port.
    pub(crate) fn start() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let shared = Arc::new(Shared {
            world: Mutex::new(World::new()),
        });
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(http::serve(listener, Arc::clone(&shared)));
        Self {
            shared,
            address,
            handle: runtime.handle().clone(),
            runtime: Some(runtime),
        }
    }

    /// The same server for a task of its own; it goes on when this is dropped.
    pub(crate) fn share(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            address: self.address,
            handle: self.handle.clone(),
            runtime: None,
        }
    }

    /// Where it listens, as a setting says it.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Everything there is, to look at and to change; the server stands still meanwhile.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    /// Where tasks can be started beside the server's.
    pub(crate) fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Lets the next calls that fit fail.
    pub(crate) fn fault(&self, fault: Fault) {
        self.world().faults.add(fault);
    }

    /// Every call takes so long to get here and back, both ways together.
    pub(crate) fn round_trip(&self, time: Duration) {
        self.world().faults.round_trip = time;
    }

    /// Nothing can be reached any more, or everything can again.
    pub(crate) fn outage(&self, outage: bool) {
        let mut world = self.world();
        world.faults.outage = outage;
        world.queue.arrived.notify_waiters();
    }

    /// Waits until a look at a chat finds something; nothing when that takes longer than this.
    pub(crate) fn wait<T>(
        &self,
        chat: i64,
        patience: Duration,
        look: impl FnMut(&Chat) -> Option<T>,
    ) -> Option<T> {
        self.handle().block_on(self.until(chat, patience, look))
    }

    /// The same, where waiting must not hold a thread.
    pub(crate) async fn until<T>(
        &self,
        chat: i64,
        patience: Duration,
        mut look: impl FnMut(&Chat) -> Option<T>,
    ) -> Option<T> {
        let deadline = Instant::now() + patience;
        let stirred = self.world().chat(chat).stirred();
        loop {
            // Whoever begins to wait here misses nothing that is said while the chat is looked at.
            let stir = stirred.notified();
            if let Some(found) = look(self.world().chat(chat)) {
                return Some(found);
            }
            timeout_at(deadline, stir).await.ok()?;
        }
    }

    /// Waits until a look at everything finds something. It looks whenever a poll begins or a call
    /// ends.
    pub(crate) fn wait_for<T>(
        &self,
        patience: Duration,
        mut look: impl FnMut(&World) -> Option<T>,
    ) -> Option<T> {
        let called = self.world().called();
        self.handle().block_on(async {
            let deadline = Instant::now() + patience;
            loop {
                let call = called.notified();
                if let Some(found) = look(&self.world()) {
                    return Some(found);
                }
                timeout_at(deadline, call).await.ok()?;
            }
        })
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
