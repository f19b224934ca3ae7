//! What is asked for on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Times whole builds of one disclosure site with oit, a bare program, `cp -r`, Hugo and Zola.
#[derive(Debug, Parser)]
#[allow(clippy::struct_excessive_bools)]
#[command(name = "peers")]
pub struct Arguments {
    /// How many documents: multiples of 43.
    #[arg(long, value_delimiter = ',', default_value = "43,1075,10750,43000")]
    pub sizes: Vec<usize>,
    /// So many rounds of every size; the largest gets a third of them.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// The folder in which sites are made: by default a file system in memory, where there is one.
    #[arg(long)]
    pub work: Option<PathBuf>,
    /// Leaves the sites there.
    #[arg(long)]
    pub keep: bool,
    /// Times the way from a saved file to the page in `oit serve` too.
    #[arg(long)]
    pub serve: bool,
    /// Times nothing but that.
    #[arg(long)]
    pub serve_only: bool,
    /// Hugo, where it is not on the path.
    #[arg(long)]
    pub hugo: Option<PathBuf>,
    /// Zola, where it is not on the path.
    #[arg(long)]
    pub zola: Option<PathBuf>,
    /// Another `oit` than the one of this tree.
    #[arg(long)]
    pub oit: Option<PathBuf>,
    /// Ends with 1 where a bound is not kept.
    #[arg(long)]
    pub gate: bool,
    /// What Cargo adds.
    #[arg(long, hide = true)]
    pub bench: bool,
    /// What the program starts itself with.
    #[command(subcommand)]
    pub inner: Option<Inner>,
}

/// The bare program, which is this one.
#[derive(Debug, Subcommand)]
pub enum Inner {
    /// Writes the pages of a site into a folder, as a list says.
    #[command(hide = true)]
    Bare {
        /// The site.
        site: PathBuf,
        /// The folder.
        out: PathBuf,
        /// The list.
        list: PathBuf,
    },
}
