//! `oit schema`: what editors complete and explain keys by.

use super::output::{refuse_output, write_output};
use super::voice::Voice;
use super::{Ending, Result};
use crate::cli::{SchemaArgument, SchemaArguments};
use crate::parse::schema;

pub(super) fn schema(voice: &Voice, wanted: &SchemaArguments) -> Result {
    let schema = match wanted.subject {
        SchemaArgument::Site => schema::site(),
        SchemaArgument::Document => schema::document(),
        SchemaArgument::Framework => schema::framework(),
    };
    let text = format!("{schema:#}\n");
    match &wanted.output {
        None => voice.stdout(&text),
        Some(file) => {
            refuse_output(file, None)?;
            write_output(voice, file, text.as_bytes())?;
        }
    }
    Ok(Ending::Fine)
}
