//! The sentences of [`OwedFault`] in English.

use super::near_english;
use super::reason::days;
use crate::model::Period;
use crate::problem::{OwedFault, channel_row};

/// What is wrong.
pub(super) fn message(fault: &OwedFault) -> String {
    match fault {
        OwedFault::MonthsMissing(months) => format!("nothing is published for {}", typed(months)),
        OwedFault::OnlyPictures => {
            "this item shows pictures only, which cannot be searched or read aloud".to_owned()
        }
        OwedFault::PhotoNotPicture { name } => {
            format!("`{name}` is no picture and cannot be shown as a photo")
        }
        OwedFault::EndBeforeStart => "this project ends before it starts".to_owned(),
        OwedFault::OverBudget => "more is spent than the project's budget".to_owned(),
        OwedFault::MonthOutsideYear { month, asked } => format!(
            "the month {} lies outside what this item is about ({})",
            month.typed(),
            days(asked)
        ),
        OwedFault::ContractDate { date, month } => match month {
            Some(month) => format!(
                "the contract date {date} is far from the month reported ({}): a slip of the year?",
                month.typed()
            ),
            None => format!("the contract date {date} is still to come"),
        },
        OwedFault::ScoreTwice { of, year } => {
            format!("two rows give the score of `{of}` in {year}; pages use the first")
        }
        OwedFault::UnknownScore { of, year, .. } => {
            format!("the assessment of {year} has no instrument or indicator `{of}`")
        }
        OwedFault::NotOnHomePage {
            duty,
            item,
            published: false,
        } => format!(
            "the home page cannot show {}: {} is not published",
            duty_name(duty),
            item.label()
        ),
        OwedFault::NotOnHomePage { duty, item, .. } => format!(
            "the home page cannot show {}: {} has no dataset for it",
            duty_name(duty),
            item.label()
        ),
        OwedFault::FraudNotSeparate { other, way } => format!(
            "fraud complaints go to `{way}` like {}; they need a channel of their own",
            duty_name(other)
        ),
        OwedFault::BaseUrlHttp => {
            "the site's address is http://: browsers will call it not secure".to_owned()
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &OwedFault) -> String {
    match fault {
        OwedFault::MonthsMissing(months) => {
            let month = first_month(months);
            format!(
                "make a document for each month with period = \"{month}\", or add [[data.procurement]] rows with month = \"{month}\"; say so where there was nothing"
            )
        }
        OwedFault::OnlyPictures => {
            "write what matters below the front matter, or add a PDF: files = [{ path = \"name.pdf\" }]".to_owned()
        }
        OwedFault::PhotoNotPicture { .. } => {
            "save it as .jpg or .png in the item's folder and write photo = \"name.jpg\"".to_owned()
        }
        OwedFault::EndBeforeStart => {
            "check year and month of start and end; end comes after start".to_owned()
        }
        OwedFault::OverBudget => {
            "look for a digit too many; after a transfer, write the new sum as budget".to_owned()
        }
        OwedFault::MonthOutsideYear { asked, .. } => format!(
            "write a month of that time, e.g. month = \"{}\" (October to December carry the number of the year before), or move the row to its year",
            first_month(&[*asked])
        ),
        OwedFault::ContractDate { .. } => {
            "compare the year with the contract: contract_date = \"2566-01-18\"".to_owned()
        }
        OwedFault::ScoreTwice { .. } => {
            "remove one of them, or correct its year".to_owned()
        }
        OwedFault::UnknownScore { near, .. } => near_english(
            near.as_deref(),
            "write of = \"total\", \"IIT\", \"EIT\", \"EIT1\", \"EIT2\", \"OIT\" or an indicator's code such as \"9\" or \"9.1\"",
        ),
        OwedFault::NotOnHomePage {
            item,
            published: false,
            ..
        } => format!(
            "finish its draft and remove draft = true, or begin with oit new {item}"
        ),
        OwedFault::NotOnHomePage { duty, item, .. } => format!(
            "add at the end of the front matter of a document of {}\n{}",
            item.label(),
            channel_row(duty)
        ),
        OwedFault::FraudNotSeparate { .. } => {
            "open a form or mailbox of its own that protects the sender, and put it as url of the row with kind = \"fraud-complaint\"".to_owned()
        }
        OwedFault::BaseUrlHttp => {
            "turn on HTTPS at the host and start base_url with https://".to_owned()
        }
    }
}

fn typed(months: &[Period]) -> String {
    let months: Vec<String> = months.iter().map(Period::typed).collect();
    months.join(", ")
}

fn first_month(months: &[Period]) -> String {
    months.first().map(Period::first_month).unwrap_or_default()
}

fn duty_name(duty: &str) -> &str {
    match duty {
        "contact" => "how the agency is reached",
        "qa" => "questions and answers",
        "social" => "the social networks",
        "eservice" => "the E-Service",
        "fraud-complaint" => "the channel for fraud complaints",
        "complaint" => "general complaints",
        "eit-survey" => "the EIT survey",
        "privacy-policy" => "the privacy policy",
        other => other,
    }
}
