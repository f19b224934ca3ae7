//! One size, round by round: every program in turn, so that what else the machine does hits all alike.

use std::fmt::Write as _;
use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::corpus::{Generator, LAST_YEAR, Size, make};
use super::process::{Cost, run};
use super::{Programs, bare};

/// From here on the peers are timed once, and everything else in a third of the rounds.
const LARGE: usize = 40_000;

/// Who is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// `oit --help`: what starting a process takes.
    Start,
    /// A whole build into an empty folder.
    Oit,
    /// A build with the output of the last one kept, after no edit.
    Again,
    /// The same after one edit.
    Edited,
    /// The program without anything, writing as many bytes.
    Bare,
    /// `cp -r` of the output.
    Copy,
    /// A whole build by Hugo.
    Hugo,
    /// A whole build by Zola.
    Zola,
}

impl Who {
    /// Everyone, in the order of a round. `Again` and `Edited` share an output.
    pub const ALL: [Self; 8] = [
        Self::Start,
        Self::Oit,
        Self::Bare,
        Self::Copy,
        Self::Hugo,
        Self::Zola,
        Self::Again,
        Self::Edited,
    ];

    /// As the tables say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "starting a process (`oit --help`)",
            Self::Oit => "oit",
            Self::Again => "oit again, no edit",
            Self::Edited => "oit again, one edit",
            Self::Bare => "bare program",
            Self::Copy => "`cp -r` of the output",
            Self::Hugo => "Hugo",
            Self::Zola => "Zola",
        }
    }
}

/// How large a published site is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Output {
    /// Its files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// What one size has shown.
pub struct Measured {
    /// How many documents.
    pub documents: usize,
    /// What every round took, of everyone that took part.
    pub costs: Vec<(Who, Vec<Cost>)>,
    /// What was published.
    pub outputs: Vec<(Who, Output)>,
}

impl Measured {
    /// The rounds of one.
    pub fn of(&self, who: Who) -> &[Cost] {
        let found = self.costs.iter().find(|(found, _)| *found == who);
        found.map_or(&[], |(_, costs)| costs)
    }
}

/// Makes the sites of a size and times everyone.
pub fn measure(
    documents: usize,
    rounds: usize,
    work: &Path,
    programs: &Programs,
) -> Result<Measured> {
    let course = Course::prepare(documents, work, programs)?;
    let rounds = if documents < LARGE {
        rounds
    } else {
        (rounds / 3).max(1)
    };
    let mut costs: Vec<(Who, Vec<Cost>)> = Vec::new();
    let taking_part = Who::ALL
        .into_iter()
        .filter(|who| course.command(*who).is_some());
    costs.extend(taking_part.map(|who| (who, Vec::new())));
    // The first round warms caches and makes what later ones start from.
    for round in 0..=rounds {
        for (who, costs) in &mut costs {
            let is_peer = matches!(who, Who::Hugo | Who::Zola);
            if is_peer && documents >= LARGE && round > 1 {
                continue;
            }
            let cost = course.time(*who, round)?;
            if *who == Who::Oit && round == 0 {
                bare::list(&course.out(Who::Oit), &course.list)?;
            }
            if round > 0 {
                costs.push(cost);
            }
        }
        eprintln!("{documents} documents: round {round} of {rounds}");
    }
    let published = [Who::Oit, Who::Bare, Who::Hugo, Who::Zola].into_iter();
    let outputs = published.filter(|who| course.out(*who).is_dir());
    let outputs = outputs.map(|who| Ok((who, output(&course.out(who))?)));
    Ok(Measured {
        documents,
        outputs: outputs.collect::<Result<_>>()?,
        costs,
    })
}

/// The sites of one size, and where each is published.
pub struct Course<'a> {
    folder: PathBuf,
    list: PathBuf,
    programs: &'a Programs,
}

impl<'a> Course<'a> {
    /// Makes the sites that are not there from a run before.
    pub fn prepare(documents: usize, work: &Path, programs: &'a Programs) -> Result<Self> {
        let size = Size::of(documents).ok_or_else(|| {
            Error::other(format!("{documents} is not 43, 1075, 10750 or the like"))
        })?;
        let folder = work.join(documents.to_string());
        let _ = fs::remove_dir_all(&folder);
        for (generator, program) in [
            (Generator::Oit, Some(&programs.oit)),
            (Generator::Hugo, programs.hugo.as_ref()),
            (Generator::Zola, programs.zola.as_ref()),
        ] {
            if program.is_some() {
                make(size, generator, &folder.join(format!("{generator:?}")))?;
            }
        }
        Ok(Self {
            list: folder.join("list"),
            folder,
            programs,
        })
    }

    /// The site of `oit`.
    pub fn site(&self) -> PathBuf {
        self.folder.join("Oit")
    }

    /// The document that is edited: one of the last year, in the midst of its items.
    pub fn edited(&self) -> PathBuf {
        self.site()
            .join(format!("content/{LAST_YEAR}/o21/doc-001.md"))
    }

    fn out(&self, who: Who) -> PathBuf {
        let who = if who == Who::Edited { Who::Again } else { who };
        self.folder.join(format!("out-{who:?}"))
    }

    /// `None` for who is not there.
    fn command(&self, who: Who) -> Option<Command> {
        let out = self.out(who);
        let program = |path: &PathBuf| Command::new(path);
        let mut command = match who {
            Who::Start => {
                let mut command = program(&self.programs.oit);
                command.arg("--help");
                command
            }
            Who::Oit | Who::Again | Who::Edited => {
                let mut command = program(&self.programs.oit);
                command.arg("build").arg("--site").arg(self.site());
                command.arg("--out").arg(out);
                command.args(["--as-of", "2568-12-31", "--lang", "en"]);
                command
            }
            Who::Bare => {
                let mut command = Command::new(std::env::current_exe().ok()?);
                command
                    .arg("bare")
                    .arg(self.site())
                    .arg(out)
                    .arg(&self.list);
                command
            }
            Who::Copy => {
                let mut command = Command::new("cp");
                command.arg("-r").arg(self.out(Who::Oit)).arg(out);
                command
            }
            Who::Hugo => {
                let mut command = program(self.programs.hugo.as_ref()?);
                command.args(["--quiet", "--noBuildLock", "--source"]);
                command
                    .arg(self.folder.join("Hugo"))
                    .arg("--destination")
                    .arg(out);
                command
            }
            Who::Zola => {
                let mut command = program(self.programs.zola.as_ref()?);
                command.arg("--root").arg(self.folder.join("Zola"));
                command.args(["build", "--force", "--output-dir"]).arg(out);
                command
            }
        };
        command.env("OIT_CACHE_DIR", self.folder.join("cache"));
        command.env("HUGO_CACHEDIR", self.folder.join("cache"));
        Some(command)
    }

    fn time(&self, who: Who, round: usize) -> Result<Cost> {
        match who {
            Who::Start | Who::Again => {}
            Who::Edited => {
                let mut text = fs::read_to_string(self.edited())?;
                let _ = writeln!(text, "\nแก้ไขครั้งที่ {round}");
                fs::write(self.edited(), text)?;
            }
            Who::Oit | Who::Bare | Who::Copy | Who::Hugo | Who::Zola => {
                let _ = fs::remove_dir_all(self.out(who));
            }
        }
        let mut command = self
            .command(who)
            .ok_or_else(|| Error::other(format!("no {}", who.name())))?;
        run(&mut command)
    }
}

/// Counts what is published.
fn output(folder: &Path) -> Result<Output> {
    let mut output = Output::default();
    for found in fs::read_dir(folder)? {
        let found = found?;
        if found.file_type()?.is_dir() {
            let inside = self::output(&found.path())?;
            output.files += inside.files;
            output.bytes += inside.bytes;
        } else {
            output.files += 1;
            output.bytes += found.metadata()?.len();
        }
    }
    Ok(output)
}
