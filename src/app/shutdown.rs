//! The end of the process: who may ask for it, and how the parts learn of it.

use super::failure::{Context, Failure};
use crate::hub::HubThread;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often the hub's thread is checked.
const CHECK_HUB: Duration = Duration::from_millis(250);

/// Asks the process to end. Clones belong together.
#[derive(Clone)]
pub(super) struct Shutdown(watch::Sender<bool>);

impl Shutdown {
    pub(super) fn new() -> Shutdown {
        Shutdown(watch::Sender::new(false))
    }

    pub(super) fn request(&self) {
        self.0.send_replace(true);
    }

    /// Completes when the end is requested.
    pub(super) fn requested(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut requests = self.0.subscribe();
        async move {
            // An error means that every sender is gone, which is an end as well.
            let _ = requests.wait_for(|is_requested| *is_requested).await;
        }
    }

    /// Requests the end at a signal and at the hub's death. The task ends with the shutdown and gives the hub's thread
    /// back.
    pub(super) fn supervise(&self, runtime: &Runtime, hub: HubThread) -> Result<JoinHandle<HubThread>, Failure> {
        let _inside = runtime.enter();
        let listen = |kind| signal(kind).or_fail("signals can't be received", "restart the machine");
        let (terminate, interrupt) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
        Ok(runtime.spawn(supervise(self.clone(), hub, terminate, interrupt)))
    }
}

async fn supervise(shutdown: Shutdown, hub: HubThread, mut terminate: Signal, mut interrupt: Signal) -> HubThread {
    let requested = shutdown.requested();
    tokio::pin!(requested);
    loop {
        tokio::select! {
            _ = terminate.recv() => break,
            _ = interrupt.recv() => break,
            () = &mut requested => break,
            () = tokio::time::sleep(CHECK_HUB) => if hub.has_ended() {
                tracing::error!("the hub's thread has died, so the process ends: start it again, and the journal restores the day");
                break;
            },
        }
    }
    shutdown.request();
    hub
}
