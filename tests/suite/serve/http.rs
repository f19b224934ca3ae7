//! What is sent for which request, and who is turned away.

use std::io::{Read, Write};
use std::net::TcpStream;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::harness::{Serving, parse};
use crate::harness::{SITE, SiteTest, tree};

fn small() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o01/index.md",
        "+++\ndate = \"2566-01-01\"\n+++\n\nโครงสร้าง [แผนผัง](ผังองค์กร.pdf)\n",
    );
    site.write("content/2566/o01/ผังองค์กร.pdf", crate::harness::pdf("chart"));
    site.write(
        "content/2566/o01/unit.md",
        "+++\ntitle = \"หน่วย\"\ndate = \"2566-01-02\"\n+++\n\nงานของหน่วย\n",
    );
    site
}

#[test]
fn every_address_of_the_built_site_is_served_with_the_same_bytes() {
    let site = SiteTest::demonstration();
    site.build();
    let serving = Serving::start(&site, &[]);
    let mut pages = 0;
    for (name, bytes) in tree(&site.path("public")) {
        if name.starts_with('.') {
            continue;
        }
        let file = format!("/{}", utf8_percent_encode(&name, NON_ALPHANUMERIC)).replace("%2F", "/");
        let address = file.strip_suffix("index%2Ehtml").unwrap_or(&file);
        let reply = serving.get(address);
        assert_eq!(reply.status, 200, "{name}");
        assert!(reply.page() == bytes, "{name} is served otherwise");
        let is_page = name.ends_with(".html");
        assert_eq!(reply.added().is_empty(), !is_page, "{name}");
        pages += usize::from(is_page);
        assert_eq!(reply.headers["cache-control"], "no-store");
        let content_type = &reply.headers["content-type"];
        let expected = match name.rsplit('.').next().unwrap() {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json",
            "pdf" => "application/pdf",
            "jpg" => "image/jpeg",
            "xml" => "application/xml",
            _ => content_type,
        };
        assert_eq!(content_type, expected, "{name}");
    }
    assert!(pages > 50);
}

#[test]
fn pages_are_found_as_on_a_web_server() {
    let site = small();
    let serving = Serving::start(&site, &[]);
    let page = serving.get("/2566/o1/");
    assert_eq!(
        page.headers["content-security-policy"],
        "default-src 'self'"
    );
    assert_eq!(serving.get("/2566/o1/index.html").body, page.body);
    assert_eq!(serving.get("/2566/o1/?still=1").body, page.body);
    let moved = serving.get("/2566/o1");
    assert_eq!(
        (moved.status, &*moved.headers["location"]),
        (302, "/2566/o1/")
    );
    let head = serving.ask("HEAD", "/2566/o1/", &serving.host);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.headers["content-length"], page.body.len().to_string());
    let missing = serving.get("/2566/o99/");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.page(), serving.get("/404.html").page());
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let refused = serving.ask(method, "/2566/o1/", &serving.host);
        assert_eq!(
            (refused.status, &*refused.headers["allow"]),
            (405, "GET, HEAD")
        );
    }
}

#[test]
fn files_that_a_browser_would_run_do_nothing() {
    let site = small();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    site.write("content/2566/o01/chart.svg", svg);
    site.write("content/2566/o01/plan.pdf", crate::harness::pdf("plan"));
    let serving = Serving::start(&site, &[]);
    let svg = serving.get("/2566/o1/chart.svg");
    assert_eq!(svg.headers["content-type"], "image/svg+xml");
    assert!(svg.headers["content-security-policy"].contains("sandbox"));
    // Which would keep a browser from showing a PDF.
    let pdf = serving.get("/2566/o1/plan.pdf");
    assert_eq!(pdf.status, 200);
    assert!(!pdf.headers.contains_key("content-security-policy"));
}

#[test]
fn a_site_below_a_path_is_served_below_it() {
    let site = small();
    site.write("site.toml", SITE.replace("x.example/", "x.example/oit/"));
    let serving = Serving::start(&site, &[]);
    assert!(serving.address.ends_with("/oit/"), "{}", serving.address);
    let moved = serving.get("/");
    assert_eq!((moved.status, &*moved.headers["location"]), (302, "/oit/"));
    assert_eq!(serving.get("/oit/2566/o1/").status, 200);
    assert_eq!(serving.get("/2566/o1/").status, 404);
    assert_eq!(serving.get("/oit/assets/style.css").status, 200);
    assert_eq!(serving.get("/oit").headers["location"], "/oit/");
}

#[test]
fn only_this_machine_is_answered_by_its_own_names() {
    let site = small();
    let serving = Serving::start(&site, &[]);
    let port = serving.host.split(':').next_back().unwrap();
    let status = |host: &str| serving.ask("GET", "/", host).status;
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&format!("{name}:{port}")), 200);
    }
    for host in [
        format!("evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        "localhost".to_owned(),
        "localhost:1".to_owned(),
    ] {
        let refused = serving.ask("GET", "/", &host);
        assert_eq!(refused.status, 403, "{host}");
        assert!(!refused.text().contains("ทดสอบ"));
        // Nor is it told of changes.
        assert_eq!(serving.ask("GET", "/.oit/events?at=/", &host).status, 403);
    }
    // Nothing but the loopback addresses is listened to.
    if let Some(outside) = outside_address() {
        let open = TcpStream::connect((outside, port.parse().unwrap()));
        assert!(open.is_err(), "{outside} answers");
    }
}

/// An address of this machine that others reach it by; none where it has no network.
fn outside_address() -> Option<std::net::IpAddr> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    // Nothing is sent: it is only asked which way it would go.
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback()).then_some(address)
}

#[test]
fn no_path_leads_out_of_the_site() {
    let site = small();
    site.write("secret.txt", "ลับ");
    site.write("content/2566/o01/_draft.md", "ลับ");
    let serving = Serving::start(&site, &[]);
    for path in [
        "/../site.toml",
        "/2566/../../site.toml",
        "/..%2fsite.toml",
        "/%2e%2e/site.toml",
        "/%2e%2e%2fsite.toml",
        "/..%5csite.toml",
        "/..\\site.toml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/assets/../../site.toml",
        "/assets/..%2f..%2fsite.toml",
        "/site.toml",
        "/secret.txt",
        "/content/2566/o01/index.md",
        "/2566/o1/index.md",
        "/2566/o1/_draft/",
        "/2566/o1/_draft.md",
        "/.oit/",
        "/.oit/../site.toml",
        "/%00",
        "/2566/o1/%00",
        "/2566/o1/.",
        "/2566/o1/./",
        "/%c0%ae%c0%ae/site.toml",
        "/%ff",
        "/public/.oit-manifest",
        "/.git/config",
        "/2566%2fo1%2f",
        "/%",
        "/%zz",
        // As Windows would take them for files of its own, or of the site.
        "/C:/windows/win.ini",
        "/C:%5cwindows%5cwin.ini",
        "/%5c%5clocalhost%5cC$%5cwindows%5cwin.ini",
        "/index.html::$DATA",
        "/site.toml%20",
        "/assets%5cstyle.css",
        "/INDEX.HTML",
        "/index.html.",
        "/INDEX~1.HTM",
        "/aux",
        "/con.html",
    ] {
        let reply = serving.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.page(), serving.get("/404.html").page(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed_and_is_told() {
    use std::os::unix::fs::symlink;
    let site = small();
    let outside = SiteTest::empty();
    outside.write("secret.pdf", "ลับ");
    symlink(
        outside.path("secret.pdf"),
        site.path("content/2566/o01/plan.pdf"),
    )
    .unwrap();
    symlink(outside.root(), site.path("content/2566/o02")).unwrap();
    let serving = Serving::start(&site, &[]);
    let told = site.findings();
    let links: Vec<&str> = told.iter().map(|finding| &*finding.at).collect();
    assert!(
        links.contains(&"content/2566/o01/plan.pdf:1:1"),
        "{links:?}"
    );
    for path in ["/2566/o1/plan.pdf", "/2566/o2/secret.pdf"] {
        let text = String::from_utf8_lossy(&serving.get(path).body).into_owned();
        assert!(!text.contains("ลับ"), "{path}");
    }
    // Nor one that takes the place of a file while it is served.
    std::fs::remove_file(site.path("content/2566/o01/plan.pdf")).unwrap();
    std::fs::remove_file(site.path("content/2566/o02")).unwrap();
    let page = serving.until("/2566/o1/", |reply| reply.status == 200);
    let pdf = page.text();
    let pdf = pdf
        .split("href=\"")
        .find(|rest| rest.starts_with("/2566/o1/") && rest.contains(".pdf\""));
    let pdf = pdf.unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(serving.get(&pdf).body, crate::harness::pdf("chart"));
    std::fs::remove_file(site.path("content/2566/o01/ผังองค์กร.pdf")).unwrap();
    symlink(
        outside.path("secret.pdf"),
        site.path("content/2566/o01/ผังองค์กร.pdf"),
    )
    .unwrap();
    for _ in 0..20 {
        let text = String::from_utf8_lossy(&serving.get(&pdf).body).into_owned();
        assert!(!text.contains("ลับ"));
    }
}

#[test]
fn a_bad_request_is_refused_and_hurts_nobody() {
    let site = small();
    let serving = Serving::start(&site, &[]);
    let host = &serving.host;
    let status = |bytes: &[u8]| parse(&serving.raw(bytes)).status;
    assert_eq!(status(b"nonsense\r\n\r\n"), 400);
    assert_eq!(status(b"\x16\x03\x01\x02\x00\x01"), 400);
    assert_eq!(status(b"GET / HTTP/1.1\r\n\r\n"), 400);
    assert_eq!(
        status(format!("GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()),
        400
    );
    let long = format!(
        "GET / HTTP/1.1\r\nHost: {host}\r\nA: {}",
        "a".repeat(1 << 20)
    );
    assert_eq!(status(long.as_bytes()), 431);
    let long = format!(
        "GET /{} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "a".repeat(1 << 20)
    );
    assert_eq!(status(long.as_bytes()), 431);
    let many = "A: b\r\n".repeat(500);
    assert_eq!(
        status(format!("GET / HTTP/1.1\r\nHost: {host}\r\n{many}\r\n").as_bytes()),
        431
    );
    let body = format!(
        "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100000\r\n\r\n{}",
        "a".repeat(100_000)
    );
    assert_eq!(status(body.as_bytes()), 405);
    assert_eq!(serving.get("/2566/o1/").status, 200);
}

#[test]
fn slow_and_vanished_clients_hold_up_nobody() {
    let site = small();
    let serving = Serving::start(&site, &[]);
    let head = format!("GET / HTTP/1.1\r\nHost: {}\r\n", serving.host);
    // Some never finish their request, some never take the answer, some hang up half-way.
    let mut slow: Vec<TcpStream> = Vec::new();
    for _ in 0..40 {
        let mut half = serving.connect();
        half.write_all(head.as_bytes()).unwrap();
        slow.push(half);
        let mut deaf = serving.connect();
        deaf.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        slow.push(deaf);
        let mut gone = serving.connect();
        gone.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        drop(gone);
        drop(serving.connect());
    }
    let tabs: Vec<_> = (0..20).map(|_| serving.open("/2566/o1/")).collect();
    for path in ["/", "/2566/o1/", "/2566/checklist/"] {
        assert_eq!(serving.get(path).status, 200);
    }
    for tab in &tabs {
        tab.heard_nothing();
    }
    // Who was slow is answered after all.
    let mut answer = Vec::new();
    let half = &mut slow[0];
    half.write_all(b"\r\n").unwrap();
    half.read_to_end(&mut answer).unwrap();
    assert_eq!(parse(&answer).status, 200);
    assert!(!serving.said().contains("panicked"), "{}", serving.said());
}

#[test]
fn a_port_that_cannot_be_had_is_told_as_one() {
    let site = SiteTest::new();
    // Whoever has it, it is the last one there is.
    let taken = std::net::TcpListener::bind(("127.0.0.1", u16::MAX));
    let run = site.run(&["serve", "--port", "65535", "--lang", "en"]);
    assert_eq!(run.code, 2, "{run:?}");
    for words in ["[command-line]", "port 65535", "--port 8080"] {
        assert!(run.stderr.contains(words), "{run:?}");
    }
    drop(taken);
}

#[test]
fn the_next_free_port_is_taken_and_that_is_said() {
    let site = small();
    let first = Serving::start(&site, &[]);
    let port = first.host.split(':').next_back().unwrap();
    let second = Serving::start_on(&site, port, &["--lang", "en"]);
    assert_ne!(first.host, second.host);
    assert!(
        second.said().contains(&format!("port {port} is taken")),
        "{}",
        second.said()
    );
    assert!(!first.said().contains("พอร์ต"), "{}", first.said());
    assert_eq!(second.get("/2566/o1/").status, 200);
}
