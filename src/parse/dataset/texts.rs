//! What the texts of rows hold besides words: they are Markdown.

use crate::model::{Body, Cell, Row};
use crate::parse::markdown::{may_have_address, scan};

/// What the texts of rows, which are Markdown, hold besides words.
pub fn texts(rows: &[Row]) -> Body {
    let mut texts = Body::default();
    for body in markdown_in(rows) {
        texts.links.extend(body.links);
        texts.images.extend(body.images);
        texts.left_out.extend(body.left_out);
        texts.asterisks.extend(body.asterisks);
    }
    texts
}

/// The texts that use Markdown, each with everything at the whole text: where in it says little in
/// a quoted string.
fn markdown_in(rows: &[Row]) -> impl Iterator<Item = Body> {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let texts = cells.filter_map(|(_, cell)| match &cell.value {
        Cell::Text(text) if text.contains(['[', '<', '*']) || may_have_address(text) => {
            Some((text, &cell.at))
        }
        _ => None,
    });
    texts.map(|(text, at)| {
        let mut body = scan(&at.path, text, 0..text.len());
        let links = body.links.iter_mut().map(|link| &mut link.at);
        let images = body.images.iter_mut().map(|image| &mut image.at);
        let left_out = body.left_out.iter_mut().map(|element| &mut element.at);
        let places = links.chain(images).chain(left_out);
        let literal = body.literal.iter_mut().map(|(_, place)| place);
        for place in places.chain(&mut body.asterisks).chain(literal) {
            place.clone_from(at);
        }
        body
    })
}
