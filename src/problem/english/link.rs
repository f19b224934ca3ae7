//! The sentences of [`LinkFault`] in English.

use crate::model::host::Reach;
use crate::problem::{EXAMPLE_HOST, LinkFault};

/// What is wrong.
pub(super) fn message(fault: &LinkFault) -> String {
    match fault {
        LinkFault::EvidenceElsewhere { host } => {
            format!("the only evidence of this document is on {host}, not on the agency's site")
        }
        LinkFault::NoTitle { title: None } => "this link has no text".to_owned(),
        LinkFault::NoTitle { title: Some(title) } => {
            format!("the link text `{title}` does not say where it leads")
        }
        LinkFault::Shortened { host } => {
            format!("the shortened link of {host} hides its address and may stop working any day")
        }
        LinkFault::Staging { host, reach } => match reach {
            Reach::Office => {
                format!("{host} is one computer or one office: no visitor can open this link")
            }
            _ => format!("{host} is a machine for trials: the link may be dead when it is judged"),
        },
        LinkFault::StagingSite { host } => format!(
            "base_url is an address for trials or inside use ({host}): submitted addresses and QR \
             codes will not work"
        ),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &LinkFault) -> String {
    match fault {
        LinkFault::EvidenceElsewhere { host } | LinkFault::Staging { host, .. }
            if host == EXAMPLE_HOST =>
        {
            "this is still the example: write the true address, or delete the line".to_owned()
        }
        LinkFault::EvidenceElsewhere { .. } => {
            "download the file, put it beside the document and write files = [{ path = \
             \"file.pdf\" }]; a site of the agency itself goes into own_hosts of site.toml"
                .to_owned()
        }
        LinkFault::NoTitle { .. } => {
            "write what it opens: [Annual plan 2566](plan.pdf), or title = \"Annual plan 2566\""
                .to_owned()
        }
        LinkFault::Shortened { .. } => {
            "open it, copy the whole address from the browser and write that instead".to_owned()
        }
        LinkFault::Staging { .. } => {
            "write the public address, or put the file beside the document and link to it"
                .to_owned()
        }
        LinkFault::StagingSite { .. } => {
            "write the real one, base_url = \"https://www.example.go.th/\"; for a trial use oit \
             build --base-url"
                .to_owned()
        }
    }
}
