//! `oit schema`: what editors complete and explain keys by, to standard output.

use super::Ending;
use super::voice::Voice;
use crate::cli::SchemaArgument;
use crate::parse::schema;

pub(super) fn schema(voice: &Voice, subject: SchemaArgument) -> Ending {
    let schema = match subject {
        SchemaArgument::Site => schema::site(),
        SchemaArgument::Document => schema::document(),
        SchemaArgument::Framework => schema::framework(),
    };
    voice.stdout(&format!("{schema:#}\n"));
    Ending::Fine
}
