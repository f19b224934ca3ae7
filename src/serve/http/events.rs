//! The line that stays open to a page in a browser: it hears when it changed.

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::head::Request;
use super::reply::Answer;
use crate::serve::browsers::{Browser, Event, Prints};
use crate::serve::message::ServerMessage;

/// Only by writing does one learn that the other side is gone.
const HEARTBEAT: Duration = Duration::from_secs(5);

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
    Connection: close\r\n\r\n:\n\n";

/// Tells a page of its changes until it is closed; what is sent instead, where it does not say
/// which page it is.
pub(super) fn follow(
    stream: &mut TcpStream,
    request: &Request,
    messages: &Sender<ServerMessage>,
) -> Option<Answer> {
    let value = |name| parameter(&request.query, name);
    let Some(path) = value("at").filter(|_| !request.is_head) else {
        return Some(Answer::text("400 Bad Request", "?at="));
    };
    let shown = Prints {
        page: value("page").unwrap_or_default(),
        panel: value("panel").unwrap_or_default(),
        style: value("style").unwrap_or_default(),
    };
    let (events, changes) = channel();
    let connection = Arc::new(());
    let browser = Browser {
        path,
        shown,
        events,
        connection: Arc::downgrade(&connection),
    };
    stream.write_all(HEAD.as_bytes()).ok()?;
    messages.send(ServerMessage::Open(browser)).ok()?;
    loop {
        let sent = match changes.recv_timeout(HEARTBEAT) {
            Ok(event) => say(stream, &event),
            Err(RecvTimeoutError::Timeout) => stream.write_all(b":\n\n"),
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        sent.ok()?;
    }
}

fn say(stream: &mut TcpStream, event: &Event) -> io::Result<()> {
    let (name, data) = match event {
        Event::Page => ("page", ""),
        Event::Panel => ("panel", ""),
        Event::Style(print) => ("style", print.as_str()),
    };
    stream.write_all(format!("event: {name}\ndata: {data}\n\n").as_bytes())
}

/// A value of a query, as a browser writes them.
fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    let value = value.replace('+', " ");
    let value = percent_decode_str(&value).decode_utf8().ok()?;
    Some(value.into_owned())
}
