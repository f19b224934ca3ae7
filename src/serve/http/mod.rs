//! Requests from browsers on this machine.
//!
//! In: connections to the loopback addresses. Out: a message to the thread that owns the site, and
//! its [`Answer`] back over the wire. Written on sockets, because what matters here is what a
//! server library leaves open: how long a head may be and take, how many connections there are, and
//! who may ask. A connection has a thread of its own and one request, so that none waits for another.

mod events;
mod head;
mod reply;

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::inject::{EVENTS, SCRIPT, STYLE};
use super::message::ServerMessage;
use head::{Refusal, Request};
pub(super) use reply::Answer;

/// Ports that are tried after the one that was asked for.
const PORTS: u16 = 100;

/// Connections at once. A browser has six to one server.
const MAX_CONNECTIONS: usize = 256;

/// The time after which a browser that takes nothing is gone.
const WRITE_TIMEOUT: Duration = Duration::from_secs(10);

/// A port that is ours.
pub(super) struct Listener {
    pub(super) port: u16,
    /// The port that was asked for, where it is taken.
    pub(super) taken: Option<u16>,
    listeners: Vec<TcpListener>,
}

impl Listener {
    /// Takes the port or the first free one after it, on this machine only.
    pub(super) fn new(wanted: u16) -> Result<Self> {
        let mut port = wanted;
        let first = loop {
            match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
                Ok(listener) => break listener,
                Err(error) if is_taken(&error) && port < wanted.saturating_add(PORTS) => {
                    port += 1;
                }
                Err(error) => return Err(error).with_context(|| format!("--port {port}")),
            }
        };
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        // `localhost` may mean this one; a machine without it does without.
        let second = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
        listeners.extend(second);
        Ok(Self {
            port,
            taken: (wanted != 0 && port != wanted).then_some(wanted),
            listeners,
        })
    }

    /// Accepts connections from now on, each in a thread of its own.
    pub(super) fn open(self, root: &Path, messages: &Sender<ServerMessage>) -> Result<()> {
        // Whoever holds a piece of it is a connection.
        let connections = Arc::new(());
        for listener in self.listeners {
            let (root, messages, connections) =
                (root.to_path_buf(), messages.clone(), connections.clone());
            let port = self.port;
            let work = move || {
                for stream in listener.incoming() {
                    let Ok(stream) = stream else {
                        // Too many open files, perhaps: they pass.
                        thread::sleep(Duration::from_millis(20));
                        continue;
                    };
                    if Arc::strong_count(&connections) > MAX_CONNECTIONS {
                        continue;
                    }
                    let counted = connections.clone();
                    let connection = Connection {
                        stream,
                        port,
                        root: root.clone(),
                        messages: messages.clone(),
                    };
                    let work = move || {
                        connection.serve();
                        drop(counted);
                    };
                    // One that gets no thread is closed.
                    let _ = thread::Builder::new().spawn(work);
                }
            };
            thread::Builder::new().spawn(work)?;
        }
        Ok(())
    }
}

/// One connection, for one request.
struct Connection {
    stream: TcpStream,
    port: u16,
    root: std::path::PathBuf,
    messages: Sender<ServerMessage>,
}

/// Whether a port is another program's, or one that Windows keeps for its own, which it calls forbidden.
fn is_taken(error: &io::Error) -> bool {
    error.kind() == ErrorKind::AddrInUse
        || cfg!(windows) && error.kind() == ErrorKind::PermissionDenied
}

impl Connection {
    fn serve(mut self) {
        // What goes wrong here is the other side's: it went away, or takes nothing.
        let _ = self.stream.set_write_timeout(Some(WRITE_TIMEOUT));
        let _ = self.stream.set_nodelay(true);
        let request = match head::read(&mut self.stream, self.port) {
            Ok(request) => request,
            Err(Refusal::Nobody) => return,
            Err(refusal) => {
                let sent = reply::send(&mut self.stream, &self.root, &refusal.answer(), false);
                if sent.is_ok() {
                    reply::linger(&mut self.stream);
                }
                return;
            }
        };
        let answer = if request.path == EVENTS {
            events::follow(&mut self.stream, &request, &self.messages)
        } else {
            self.answer(&request)
        };
        if let Some(answer) = answer {
            let _ = reply::send(&mut self.stream, &self.root, &answer, request.is_head);
        }
    }

    fn answer(&self, request: &Request) -> Option<Answer> {
        match request.path.as_str() {
            SCRIPT => Some(Answer::bytes(SCRIPT, include_bytes!("../live.js").into())),
            STYLE => Some(Answer::bytes(STYLE, include_bytes!("../live.css").into())),
            path => {
                let (reply, answer) = channel();
                let message = ServerMessage::Ask(path.to_owned(), reply);
                self.messages.send(message).ok()?;
                answer.recv().ok()
            }
        }
    }
}
