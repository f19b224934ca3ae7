//! The head of a request: read within bounds, and who may ask.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::reply::Answer;

/// Bytes of a head; no browser sends a longer one.
const MAX_BYTES: usize = 16 * 1024;

/// Lines of a head.
const MAX_LINES: usize = 100;

/// The time that a head may take.
const READ_TIMEOUT: Duration = Duration::from_secs(10);

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Only the head of the answer is wanted.
    pub(super) is_head: bool,
    /// The path as it was sent.
    pub(super) path: String,
    /// What stood after `?`.
    pub(super) query: String,
}

/// Why a request is not answered as asked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is nobody to answer.
    Nobody,
    /// It is no request.
    Malformed,
    /// It was sent to a name that is not this machine's: a page of another site asks, by a name
    /// that it pointed here.
    Stranger,
    /// It wants something changed.
    Method,
    /// Its head is too long.
    TooLong,
    /// Its head did not come.
    TooLate,
}

impl Refusal {
    /// What is said to who asked.
    pub(super) fn answer(&self) -> Answer {
        let (status, text) = match self {
            Self::Nobody | Self::Malformed => ("400 Bad Request", "bad request"),
            Self::Stranger => (
                "403 Forbidden",
                "this server answers to localhost and 127.0.0.1 only",
            ),
            Self::Method => ("405 Method Not Allowed", "GET or HEAD"),
            Self::TooLong => ("431 Request Header Fields Too Large", "too long"),
            Self::TooLate => ("408 Request Timeout", "too late"),
        };
        Answer::text(status, text)
    }
}

/// Reads the head of a request that was sent to our `port`.
pub(super) fn read(stream: &mut TcpStream, port: u16) -> Result<Request, Refusal> {
    let end = Instant::now() + READ_TIMEOUT;
    let mut head = Vec::new();
    let mut block = [0; 2048];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        // No time at all would mean for ever.
        let left = left.max(Duration::from_millis(1));
        if stream.set_read_timeout(Some(left)).is_err() {
            return Err(Refusal::Nobody);
        }
        let read = match stream.read(&mut block) {
            Ok(0) => return Err(Refusal::Nobody),
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                let late = matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut);
                let begun = late && !head.is_empty();
                return Err(if begun {
                    Refusal::TooLate
                } else {
                    Refusal::Nobody
                });
            }
        };
        let seen = head.len().saturating_sub(3);
        head.extend_from_slice(&block[..read]);
        // Who speaks something else, as a browser does that was told https, is not waited for.
        if !head[0].is_ascii_uppercase() && !head.starts_with(b"\r\n") {
            return Err(Refusal::Malformed);
        }
        if head[seen..].windows(4).any(|four| four == b"\r\n\r\n") {
            return parse(&head, port);
        }
        if head.len() > MAX_BYTES {
            return Err(Refusal::TooLong);
        }
        if Instant::now() >= end {
            return Err(Refusal::TooLate);
        }
    }
}

fn parse(head: &[u8], port: u16) -> Result<Request, Refusal> {
    let mut lines = [httparse::EMPTY_HEADER; MAX_LINES];
    let mut parsed = httparse::Request::new(&mut lines);
    match parsed.parse(head) {
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err(Refusal::TooLong),
        _ => return Err(Refusal::Malformed),
    }
    let (Some(method), Some(target)) = (parsed.method, parsed.path) else {
        return Err(Refusal::Malformed);
    };
    let mut hosts = (parsed.headers.iter()).filter(|line| line.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::Malformed);
    };
    if !is_own(host.value, port) {
        return Err(Refusal::Stranger);
    }
    if !matches!(method, "GET" | "HEAD") {
        return Err(Refusal::Method);
    }
    if !target.starts_with('/') {
        return Err(Refusal::Malformed);
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Ok(Request {
        is_head: method == "HEAD",
        path: path.to_owned(),
        query: query.to_owned(),
    })
}

/// Whether a request was sent to a name of this machine and to our port.
fn is_own(host: &[u8], port: u16) -> bool {
    let Ok(host) = std::str::from_utf8(host) else {
        return false;
    };
    let host = host.trim().to_ascii_lowercase();
    let names = ["localhost", "127.0.0.1", "[::1]"];
    names.iter().any(|name| match host.strip_prefix(name) {
        // Browsers leave out the port that is usual.
        Some("") => port == 80,
        Some(rest) => rest.strip_prefix(':') == Some(port.to_string().as_str()),
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Refusal, is_own, parse};

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in [
            "localhost:4343",
            "127.0.0.1:4343",
            "[::1]:4343",
            "LocalHost:4343",
        ] {
            assert!(is_own(host.as_bytes(), 4343), "{host}");
        }
        for host in [
            "localhost",
            "localhost:4344",
            "127.0.0.1.evil.example:4343",
            "evil.example:4343",
            "localhost.:4343",
            "",
            "0.0.0.0:4343",
            "localhost:04343",
            "127.0.0.2:4343",
        ] {
            assert!(!is_own(host.as_bytes(), 4343), "{host}");
        }
        assert!(is_own(b"localhost", 80));
    }

    #[test]
    fn a_head_is_a_request_or_refused() {
        let parsed = |head: &str| parse(head.as_bytes(), 1).map(|request| request.path);
        let good = "GET /a?b=/c HTTP/1.1\r\nHost: localhost:1\r\n\r\n";
        assert_eq!(parsed(good), Ok("/a".to_owned()));
        let cases = [
            ("GET / HTTP/1.1\r\n\r\n", Refusal::Malformed),
            (
                "GET / HTTP/1.1\r\nHost: localhost:1\r\nHost: x\r\n\r\n",
                Refusal::Malformed,
            ),
            ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Stranger),
            (
                "POST / HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
                Refusal::Method,
            ),
            (
                "GET http://x/ HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
                Refusal::Malformed,
            ),
            ("GET /\r\n\r\n", Refusal::Malformed),
        ];
        for (head, expected) in cases {
            assert_eq!(parsed(head), Err(expected), "{head}");
        }
        let many = "A: b\r\n".repeat(101);
        let many = format!("GET / HTTP/1.1\r\nHost: localhost:1\r\n{many}\r\n");
        assert_eq!(parsed(&many), Err(Refusal::TooLong));
    }
}
