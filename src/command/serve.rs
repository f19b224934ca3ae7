//! `oit serve`: the site in a browser while it is written.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::summary::counted;
use super::voice::Voice;
use super::{Ending, Result, as_of, mistyped, options, site_folder};
use crate::cli::{Common, ServeArguments};
use crate::problem::{Diagnostic, Severity, TypedSlip};
use crate::serve::{NoPort, Notice, Order, SiteReading, serve as serve_site};

/// New findings that are drawn; the rest is a number.
const MAX_FINDINGS: usize = 10;

pub(super) fn serve(voice: &Voice, common: &Common, wanted: &ServeArguments) -> Result {
    let root = site_folder(common)?;
    let start = options(common, None, wanted.drafts)?;
    let order = Order {
        root,
        options: &|| {
            let mut options = start.clone();
            // The server may run past midnight.
            options.judgement.as_of = as_of(common).unwrap_or(start.judgement.as_of);
            options
        },
        port: wanted.port,
        poll: wanted.poll,
        language: voice.language,
    };
    let mut notices = ConsoleNotices {
        voice,
        open: wanted.open,
        earlier: None,
        has_pages: false,
        was_broken: false,
    };
    match serve_site(&order, &mut |notice| notices.show(notice)) {
        Ok(()) => Ok(Ending::Fine),
        Err(error) => Err(match error.downcast_ref() {
            Some(NoPort(port)) => mistyped(TypedSlip::Port { port: *port }),
            None => error.into(),
        }),
    }
}

/// Says on the terminal what is new.
struct ConsoleNotices<'a> {
    voice: &'a Voice,
    open: bool,
    /// How often each finding was there at the last reading; `None` before the first.
    earlier: Option<HashMap<u64, usize>>,
    /// Whether there has been a site to show.
    has_pages: bool,
    was_broken: bool,
}

impl ConsoleNotices<'_> {
    fn show(&mut self, notice: Notice<'_>) {
        match notice {
            Notice::Ready { address, taken } => self.ready(&address, taken),
            Notice::Polling(why) => self.polling(why.as_deref()),
            Notice::Read(reading) => self.read(&reading),
            Notice::Fault(fault, reading) => {
                let fault = std::slice::from_ref(fault);
                self.voice
                    .stderr_findings(fault, reading.files, Some(reading.site));
            }
        }
    }

    fn ready(&self, address: &str, taken: Option<u16>) {
        let voice = self.voice;
        let instead = taken.map(|taken| {
            voice.say(
                format!("พอร์ต {taken} มีโปรแกรมอื่นใช้อยู่หรือระบบไม่ให้ใช้ จึงใช้พอร์ตถัดไปที่ว่าง\n"),
                format!("port {taken} is taken or kept by the system; the next free one is used\n"),
            )
        });
        let instead = instead.unwrap_or_default();
        // What was asked for: it is said even where little is.
        voice.stdout(&voice.say(
            format!("{instead}เปิดดูได้ที่ {address} (หยุดด้วย Ctrl-C)\n"),
            format!("{instead}the site is at {address} (stop with Ctrl-C)\n"),
        ));
        if self.open && open::that_detached(address).is_err() {
            voice.stderr(voice.say(
                "เปิดเบราว์เซอร์ให้ไม่ได้ คัดลอกที่อยู่ข้างบนไปเปิดเอง",
                "the browser could not be opened; open the address above yourself",
            ));
        }
    }

    fn polling(&self, why: Option<&str>) {
        let line = self.voice.say(
            "ดูโฟลเดอร์เป็นระยะเอง หน้าเว็บจึงเปลี่ยนช้ากว่าปกติเล็กน้อย",
            "the folder is looked at every so often; pages follow a little later",
        );
        match why {
            None => self.voice.stdout_unless_quiet(line),
            Some(why) => self.voice.stderr(&self.voice.say(
                format!("ระบบไม่แจ้งเมื่อไฟล์เปลี่ยน ({why}) {line}"),
                format!("the system does not tell of changes ({why}); {line}"),
            )),
        }
    }

    /// At first the errors, later what is new; and how things stand, where that changed.
    fn read(&mut self, reading: &SiteReading<'_>) {
        let mut now: HashMap<u64, usize> = HashMap::new();
        let mut new = Vec::new();
        for finding in reading.findings {
            let count = now.entry(key(finding)).or_default();
            *count += 1;
            let earlier = match &self.earlier {
                // Who starts has a list of what is not complete yet, and a command that prints it.
                None if finding.problem.severity() == Severity::Error => 0,
                None => usize::MAX,
                Some(earlier) => earlier.get(&key(finding)).copied().unwrap_or(0),
            };
            if *count > earlier {
                new.push(finding.clone());
            }
        }
        let same = self.earlier.as_ref() == Some(&now) && self.was_broken == reading.is_broken;
        self.earlier = Some(now);
        if same {
            return;
        }
        let more = new.len().saturating_sub(MAX_FINDINGS);
        new.sort_by_key(|finding| finding.problem.severity());
        new.truncate(MAX_FINDINGS);
        self.voice
            .stderr_findings(&new, reading.files, Some(reading.site));
        if more > 0 {
            self.voice.stderr(&self.voice.say(
                format!("…และอีก {more} แห่ง ดูทั้งหมดด้วย oit check\n"),
                format!("… and {more} more; oit check tells them all\n"),
            ));
        }
        let counted = counted(reading.findings, self.voice.language);
        self.has_pages |= !reading.is_broken;
        let standing = match (self.was_broken, reading.is_broken) {
            (_, true) if !self.has_pages => self.voice.say(
                " · แก้ที่ผิดก่อน จึงเปิดดูหน้าเว็บได้",
                " · there are no pages to show until the errors are mended",
            ),
            (_, true) => self.voice.say(
                " · หน้าเว็บยังเป็นของก่อนหน้านี้ จนกว่าจะแก้ที่ผิด",
                " · the pages stay as they were until the errors are mended",
            ),
            (true, false) => self
                .voice
                .say(" · หน้าเว็บเป็นปัจจุบันแล้ว", " · the pages are up to date"),
            (false, false) => "",
        };
        self.was_broken = reading.is_broken;
        self.voice
            .stdout_unless_quiet(&format!("{counted}{standing}"));
    }
}

/// What tells a finding from others wherever it stands in its file: a line that is put in above
/// makes none of them new.
fn key(finding: &Diagnostic) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&finding.problem, &finding.at.path, finding.item).hash(&mut hasher);
    hasher.finish()
}
