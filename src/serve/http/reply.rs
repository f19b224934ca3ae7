//! Answers, and how they go over the wire.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::files::{SitePath, ending};
use crate::read::served;

/// What every page of the site works under, served or published.
const POLICY: &str = "default-src 'self'";
/// For files of the site that a browser would run: they are shown, and do nothing.
const SANDBOX: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// What is sent for a request: status, header lines and content.
pub(in crate::serve) struct Answer {
    /// The number and its phrase.
    status: &'static str,
    content_type: &'static str,
    policy: Option<&'static str>,
    location: Option<String>,
    body: AnswerBody,
}

enum AnswerBody {
    /// What was made while serving.
    Bytes(Vec<u8>),
    /// A file of the site.
    File(SitePath),
}

impl Answer {
    /// A page of HTML.
    pub(in crate::serve) fn page(status: &'static str, html: Vec<u8>) -> Self {
        Self {
            status,
            ..Self::bytes("index.html", html)
        }
    }

    /// A file that was made, by its name.
    pub(in crate::serve) fn bytes(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            status: "200 OK",
            content_type: content_type(name),
            policy: Some(POLICY),
            location: None,
            body: AnswerBody::Bytes(bytes),
        }
    }

    /// A file of the site as it is, by the name that it is published under.
    pub(in crate::serve) fn file(name: &str, path: SitePath) -> Self {
        let mut answer = Self::bytes(name, Vec::new());
        // A PDF in a sandbox is not shown.
        answer.policy = is_run(answer.content_type).then_some(SANDBOX);
        answer.body = AnswerBody::File(path);
        answer
    }

    /// It is at another address. Not for good: the next site that is served may have it here.
    pub(in crate::serve) fn elsewhere(address: String) -> Self {
        Self {
            location: Some(address),
            ..Self::text("302 Found", "")
        }
    }

    /// A line of plain text.
    pub(in crate::serve) fn text(status: &'static str, text: &str) -> Self {
        Self {
            status,
            ..Self::bytes("x.txt", format!("{text}\n").into_bytes())
        }
    }
}

/// Sends an answer, and nothing after it.
pub(super) fn send(
    stream: &mut TcpStream,
    root: &Path,
    answer: &Answer,
    is_head: bool,
) -> io::Result<()> {
    match &answer.body {
        AnswerBody::Bytes(bytes) => {
            // One write, so that a small page is one packet.
            let mut whole = head(answer, bytes.len() as u64);
            if !is_head {
                whole.extend_from_slice(bytes);
            }
            stream.write_all(&whole)?;
        }
        AnswerBody::File(path) => match served(root, path) {
            Ok(mut file) => {
                stream.write_all(&head(answer, file.bytes))?;
                if !is_head {
                    io::copy(&mut file, stream)?;
                }
            }
            // It was there when the site was read.
            Err(_) => {
                return send(
                    stream,
                    root,
                    &Answer::text("404 Not Found", "gone"),
                    is_head,
                );
            }
        },
    }
    stream.flush()?;
    stream.shutdown(Shutdown::Write)
}

/// The head of an answer.
fn head(answer: &Answer, length: u64) -> Vec<u8> {
    let Answer {
        status,
        content_type,
        ..
    } = answer;
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n"
    );
    let allowed = status.starts_with("405").then_some("GET, HEAD");
    for (name, value) in [
        ("Content-Security-Policy", answer.policy),
        ("Allow", allowed),
        ("Location", answer.location.as_deref()),
    ] {
        if let Some(value) = value {
            head.extend([name, ": ", value, "\r\n"]);
        }
    }
    (head + "\r\n").into_bytes()
}

/// Takes what is still coming, for a moment: a connection that is closed on unread bytes takes the
/// answer back with it.
pub(super) fn linger(stream: &mut TcpStream) {
    const MOST: Duration = Duration::from_secs(1);
    let end = Instant::now() + MOST;
    let mut block = [0; 4096];
    let _ = stream.set_read_timeout(Some(MOST));
    while Instant::now() < end && matches!(stream.read(&mut block), Ok(1..)) {}
}

/// Whether a browser would run what is in a file of a type.
fn is_run(content_type: &str) -> bool {
    ["html", "svg", "xml", "javascript"]
        .iter()
        .any(|kind| content_type.contains(kind) && !content_type.contains("openxml"))
}

/// What a file is, by its name, as a web server says it.
fn content_type(name: &str) -> &'static str {
    match ending(name).to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        "zip" => "application/zip",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "application/octet-stream",
    }
}
