//! From a saved file to the page that shows it: `oit serve` on the loopback, asked every two
//! milliseconds over one connection.

use std::fs;
use std::io::{BufRead, BufReader, Error, Read, Result, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::Programs;
use super::corpus::LAST_YEAR;
use super::process::memory_now;
use super::rounds::Course;

/// Between two questions.
const PAUSE: Duration = Duration::from_millis(2);
/// Between two edits, so that the server is at rest.
const REST: Duration = Duration::from_millis(700);
/// Nobody waits longer for a page.
const LIMIT: Duration = Duration::from_secs(60);

/// What one size has shown.
pub struct Latency {
    /// How many documents.
    pub documents: usize,
    /// Milliseconds until the document's page shows an edit.
    pub document: Vec<f64>,
    /// Milliseconds until the page of its item shows it too.
    pub item: Vec<f64>,
    /// The server's memory at the end.
    pub megabytes: Option<f64>,
}

/// Edits the title and the text of one document again and again.
pub fn measure(
    documents: usize,
    edits: usize,
    work: &Path,
    programs: &Programs,
) -> Result<Latency> {
    let course = Course::prepare(documents, work, programs)?;
    let server = Server::start(&programs.oit, &course.site())?;
    let [item, document] = ["", "doc-001/"].map(|name| format!("/{LAST_YEAR}/o21/{name}"));
    let mut pages = Pages::new(server.port);
    pages.wait(&document, "doc-001")?;
    let text = fs::read_to_string(course.edited())?;
    let mut latency = Latency {
        documents,
        document: Vec::new(),
        item: Vec::new(),
        megabytes: None,
    };
    // The first edit is not counted: it makes what the others find.
    for edit in 0..=edits {
        sleep(REST);
        let mark = format!("mark-{documents}-{edit}");
        let changed = text.replacen("title = \"", &format!("title = \"{mark} "), 1);
        let start = Instant::now();
        fs::write(course.edited(), format!("{changed}\n{mark}\n"))?;
        pages.wait(&document, &format!("<p>{mark}</p>"))?;
        let shown = start.elapsed();
        pages.wait(&item, &mark)?;
        if edit > 0 {
            latency.document.push(shown.as_secs_f64() * 1000.0);
            latency.item.push(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
    latency.megabytes = memory_now(server.child.id());
    Ok(latency)
}

/// A server that ends when it is dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(oit: &Path, site: &Path) -> Result<Self> {
        let port = {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
            free.local_addr()?.port()
        };
        let mut command = Command::new(oit);
        command.arg("serve").arg("--site").arg(site);
        command.args(["--as-of", "2568-12-31", "--port", &port.to_string()]);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(Stdio::null()).spawn()?;
        Ok(Self { child, port })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks one server for pages.
struct Pages {
    port: u16,
    connection: Option<BufReader<TcpStream>>,
}

impl Pages {
    fn new(port: u16) -> Self {
        let connection = None;
        Self { port, connection }
    }

    /// Asks for a page until it says something.
    fn wait(&mut self, path: &str, said: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            match self.get(path) {
                Ok(page) if holds(&page, said.as_bytes()) => return Ok(()),
                Ok(_) => {}
                Err(_) => self.connection = None,
            }
            sleep(PAUSE);
        }
        Err(Error::other(format!("{path} did not show {said:?}")))
    }

    fn get(&mut self, path: &str) -> Result<Vec<u8>> {
        if self.connection.is_none() {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(LIMIT))?;
            self.connection = Some(BufReader::new(stream));
        }
        let port = self.port;
        let connection = self.connection.as_mut();
        let connection = connection.ok_or_else(|| Error::other("no connection"))?;
        let asked = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        connection.get_mut().write_all(asked.as_bytes())?;
        answer(connection)
    }
}

/// The body of an answer, of a length that is said or in pieces.
fn answer(from: &mut impl BufRead) -> Result<Vec<u8>> {
    let (mut length, mut in_pieces) = (0, false);
    loop {
        let line = line(from)?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(said) = line.strip_prefix("content-length:") {
            length = said.trim().parse().map_err(Error::other)?;
        }
        in_pieces |= line.starts_with("transfer-encoding:") && line.ends_with("chunked");
    }
    let mut body = Vec::new();
    if !in_pieces {
        from.take(length).read_to_end(&mut body)?;
        return Ok(body);
    }
    loop {
        let said = line(from)?;
        let length = u64::from_str_radix(said.trim(), 16).map_err(Error::other)?;
        from.by_ref().take(length).read_to_end(&mut body)?;
        line(from)?;
        if length == 0 {
            return Ok(body);
        }
    }
}

fn line(from: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    match from.read_line(&mut line)? {
        0 => Err(Error::other("the connection was closed")),
        _ => Ok(line.trim_end().to_owned()),
    }
}

fn holds(page: &[u8], said: &[u8]) -> bool {
    page.windows(said.len()).any(|part| part == said)
}
