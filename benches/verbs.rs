//! How long each verb takes: read, parse, assemble, check, render, write, on sites of 43 and of 1,075
//! documents.
//!
//! ```console
//! $ cargo bench --bench verbs
//! ```

#![allow(missing_docs, unreachable_pub)]

#[path = "peers/corpus.rs"]
#[allow(dead_code)]
mod corpus;

use std::path::Path;

use corpus::{Generator, Size, make};
use divan::Bencher;
use oit::assemble::links::Links;
use oit::assemble::{Judgement, assemble};
use oit::check::{Checked, check};
use oit::files::Files;
use oit::model::{Date, FactsByPath, Site, parse_date};
use oit::parse::inventory::inventory;
use oit::parse::pieces::{Pieces, pieces};
use oit::publish::{Manifest, Source, Staging};
use oit::read;
use oit::readings::Readings;
use oit::render::{Content, Renderer, Theme, addresses};
use rayon::prelude::*;
use tempfile::TempDir;

const SIZES: [usize; 2] = [43, 1_075];

fn main() {
    divan::main();
}

/// A site on the disk, gone when it is dropped.
fn site(documents: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let size = Size::of(documents).expect("a size");
    make(size, Generator::Oit, folder.path()).expect("a site");
    folder
}

fn files(documents: usize) -> Files {
    read::site(site(documents).path())
}

fn as_of() -> Date {
    parse_date("2568-12-31").expect("a day")
}

fn parsed(files: &Files) -> Pieces {
    let inventory = inventory(files, None);
    let texts = Readings::default().of(files, &inventory);
    pieces(inventory, texts.documents).0
}

fn assembled(files: &Files) -> Site {
    let judgement = Judgement {
        as_of: as_of(),
        drafts: false,
    };
    assemble(parsed(files), files, judgement).0
}

#[divan::bench(args = SIZES)]
fn read_a_site(bencher: Bencher<'_, '_>, documents: usize) {
    let folder = site(documents);
    bencher.bench(|| read::site(folder.path()));
}

#[divan::bench(args = SIZES)]
fn parse_its_files(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    bencher.bench(|| parsed(&files));
}

#[divan::bench(args = SIZES)]
fn assemble_its_pieces(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    let judgement = Judgement {
        as_of: as_of(),
        drafts: false,
    };
    bencher
        .with_inputs(|| parsed(&files))
        .bench_values(|pieces| assemble(pieces, &files, judgement));
}

#[divan::bench(args = SIZES)]
fn check_it(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    let site = assembled(&files);
    let (links, facts) = (Links::new(&site, addresses(&site)), FactsByPath::default());
    let checked = Checked {
        site: &site,
        files: &files,
        facts: &facts,
        links: &links,
        earlier: &[],
    };
    bencher.bench(|| check(&checked, Vec::new()));
}

#[divan::bench(args = SIZES)]
fn render_every_page(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    let site = assembled(&files);
    bencher.bench(|| rendered(&site, &files));
}

#[divan::bench(args = SIZES)]
fn write_every_page(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    let site = assembled(&files);
    let pages = rendered(&site, &files);
    bencher
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_values(|folder| {
            write(&pages, &folder.path().join("public"));
            folder
        });
}

#[divan::bench(args = SIZES)]
fn write_nothing_new(bencher: Bencher<'_, '_>, documents: usize) {
    let files = files(documents);
    let site = assembled(&files);
    let pages = rendered(&site, &files);
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    write(&pages, &out);
    bencher.bench(|| write(&pages, &out));
}

/// Every output that is bytes, with its name.
fn rendered(site: &Site, files: &Files) -> Vec<(String, Vec<u8>)> {
    let links = Links::new(site, addresses(site));
    let mut theme = Theme::built_in();
    theme.lay_over(files, "default");
    let renderer = Renderer::new(site, &links, &mut theme).expect("the theme");
    let routes = renderer.routes();
    let pages =
        routes
            .par_iter()
            .filter_map(|route| match renderer.render(route).expect("a page") {
                Content::Bytes(bytes) => Some((route.output(site), bytes)),
                Content::File(_) => None,
            });
    pages.collect()
}

fn write(pages: &[(String, Vec<u8>)], out: &Path) {
    let site = out.parent().expect("a folder");
    let manifest: Option<Manifest> = oit::publish::inspect(out, &site.join("site"))
        .expect("a disk")
        .expect("a folder of its own");
    let staging = Staging::begin(out, manifest, false)
        .expect("a disk")
        .expect("no other build");
    pages.par_iter().for_each(|(name, bytes)| {
        staging.put(name, &Source::Bytes(bytes)).expect("a disk");
    });
    let names = pages.iter().map(|(name, _)| name.clone());
    let committed = staging.commit(names.collect());
    committed.expect("a disk").expect("a site");
}
