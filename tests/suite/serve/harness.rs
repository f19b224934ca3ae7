//! A running `oit serve`, and a browser that only speaks HTTP.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{AS_OF, SiteTest, oit};

/// So long something may take on a machine that does much else. Nothing waits that long when all is
/// well.
pub(super) const LIMIT: Duration = Duration::from_secs(60);

/// Moves a file or folder as people do: where Windows refuses because the server reads what is in it, once more.
pub(super) fn moved(from: impl AsRef<Path>, to: impl AsRef<Path>) {
    let end = Instant::now() + LIMIT;
    while let Err(error) = std::fs::rename(&from, &to) {
        let is_busy = cfg!(windows) && Instant::now() < end;
        assert!(is_busy, "{}: {error}", from.as_ref().display());
        thread::sleep(Duration::from_millis(100));
    }
}

/// A running server, ended when it is dropped.
pub(crate) struct Serving {
    child: Child,
    /// `127.0.0.1:34567`
    pub(crate) host: String,
    /// The whole address that was printed.
    pub(crate) address: String,
    said: Arc<Mutex<String>>,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
}

impl Reply {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The built page: without what is added while serving.
    pub(super) fn page(&self) -> Vec<u8> {
        cut(&self.body)
    }

    /// What is added while serving.
    pub(super) fn added(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let added = text
            .split_once(START)
            .and_then(|(_, rest)| rest.split_once(END));
        added.map(|(added, _)| added.to_owned()).unwrap_or_default()
    }
}

const START: &str = "<!--oit-live-->";
const END: &str = "<!--/oit-live-->";

/// Cuts out what is added while serving; bytes without it are as they were.
pub(super) fn cut(bytes: &[u8]) -> Vec<u8> {
    let find = |what: &str| {
        let mut windows = bytes.windows(what.len());
        windows.position(|part| part == what.as_bytes())
    };
    match (find(START), find(END)) {
        (Some(start), Some(end)) => [&bytes[..start], &bytes[end + END.len()..]].concat(),
        _ => bytes.to_vec(),
    }
}

impl Serving {
    /// Serves a site on a free port.
    #[track_caller]
    pub(crate) fn start(site: &SiteTest, arguments: &[&str]) -> Self {
        Self::start_on(site, "0", arguments)
    }

    /// Serves a site on a port.
    #[track_caller]
    pub(super) fn start_on(site: &SiteTest, port: &str, arguments: &[&str]) -> Self {
        let mut command = oit();
        command
            .args(["serve", "--port", port, "--as-of", AS_OF])
            .args(arguments)
            .current_dir(site.root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (ready, address) = channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let streams: [Box<dyn Read + Send>; 2] = [Box::new(out), Box::new(err)];
        for stream in streams {
            let (said, ready) = (said.clone(), ready.clone());
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let words = line.split(' ');
                    let address = words.clone().find(|word| word.starts_with("http://"));
                    let address = address.map(str::to_owned);
                    said.lock().unwrap().push_str(&(line + "\n"));
                    if let Some(address) = address {
                        let _ = ready.send(address);
                    }
                }
            });
        }
        drop(ready);
        let address = address.recv_timeout(LIMIT);
        let address = address.unwrap_or_else(|_| panic!("{}", said.lock().unwrap()));
        let host = address.strip_prefix("http://").unwrap();
        Self {
            child,
            host: host.split('/').next().unwrap().to_owned(),
            address,
            said,
        }
    }

    /// What it said on both streams.
    pub(super) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said something, and gives all that it said.
    #[track_caller]
    pub(super) fn until_said(&self, text: &str) -> String {
        let end = Instant::now() + LIMIT;
        loop {
            let said = self.said();
            if said.contains(text) {
                return said;
            }
            assert!(Instant::now() < end, "{text}: {said}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &self.host)
    }

    pub(super) fn ask(&self, method: &str, path: &str, host: &str) -> Reply {
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        parse(&self.raw(head.as_bytes()))
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream
    }

    /// Sends bytes and gives what comes back until the other side is done.
    pub(super) fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // Who is refused early may not take all of it.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    /// How often the site was read.
    pub(super) fn readings(&self) -> u64 {
        let state = self.get("/.oit/state").text();
        let state: serde_json::Value = serde_json::from_str(&state).unwrap();
        state["readings"].as_u64().unwrap()
    }

    /// Asks for a page until something holds of it.
    #[track_caller]
    pub(super) fn until(&self, path: &str, holds: impl Fn(&Reply) -> bool) -> Reply {
        let end = Instant::now() + LIMIT;
        loop {
            let reply = self.get(path);
            if holds(&reply) {
                return reply;
            }
            let text = String::from_utf8_lossy(&reply.body).into_owned();
            assert!(Instant::now() < end, "{path}: {}\n{text}", reply.status);
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the page of an address has a text in it.
    #[track_caller]
    pub(super) fn until_says(&self, path: &str, text: &str) -> Reply {
        self.until(path, |reply| reply.text().contains(text))
    }

    /// Opens a page as a browser does, and listens for its changes.
    #[track_caller]
    pub(super) fn open(&self, path: &str) -> Tab {
        let added = self.get(path).added();
        let print = |name: &str| {
            let value = added.split_once(&format!("data-{name}=\"")).unwrap().1;
            value.split('"').next().unwrap().to_owned()
        };
        let (page, panel, style) = (print("page"), print("panel"), print("style"));
        let mut stream = self.connect();
        let host = &self.host;
        let head = format!(
            "GET /.oit/events?at={path}&page={page}&panel={panel}&style={style} HTTP/1.1\r\n\
             Host: {host}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().unwrap().unwrap();
        assert_eq!(first, "HTTP/1.1 200 OK");
        let (told, events) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if let Some(event) = line.strip_prefix("event: ")
                    && told.send(event.to_owned()).is_err()
                {
                    return;
                }
            }
        });
        Tab { events }
    }
}

/// A page that is open.
pub(super) struct Tab {
    events: Receiver<String>,
}

impl Tab {
    /// What the page is told next.
    #[track_caller]
    pub(super) fn hears(&self) -> String {
        self.events.recv_timeout(LIMIT).unwrap()
    }

    /// Insists that it was told nothing up to now, and still could be.
    #[track_caller]
    pub(super) fn heard_nothing(&self) {
        // What the server has sent may still be on its way.
        let moment = Duration::from_millis(100);
        assert_eq!(
            self.events.recv_timeout(moment),
            Err(RecvTimeoutError::Timeout)
        );
    }
}

pub(super) fn parse(answer: &[u8]) -> Reply {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(answer)));
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let headers = lines.map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_ascii_lowercase(), value.to_owned())
    });
    Reply {
        status: status.parse().unwrap(),
        headers: headers.collect(),
        body: answer[end + 4..].to_vec(),
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
