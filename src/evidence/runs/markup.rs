//! SVG and other XML: the first thing in it that is not known to be harmless.
//!
//! SVG passes element by element from a list, because browsers learn new ones. Elements of other
//! vocabularies do nothing, except those of pages, formulas and style sheets. What cannot be read is suspect: a
//! browser may have run something before it came so far.

use quick_xml::NsReader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::style::{is_harmless_address, suspect, suspect_style};

/// No drawing nests deeper.
const DEEPEST: usize = 200;
/// No drawing knows more vocabularies, however often they are named.
const MOST_NAMESPACES: usize = 2_000;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Vocabularies of which a browser runs something.
const ACTIVE: [&str; 4] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
    "http://www.w3.org/2001/xml-events",
];

/// Encodings in which a sign of ASCII is itself and nothing else.
const ENCODINGS: [&str; 9] = [
    "utf-8",
    "utf8",
    "us-ascii",
    "utf-16",
    "tis-620",
    "windows-874",
    "iso-8859-11",
    "iso-8859-1",
    "windows-1252",
];

/// The elements of SVG that draw, and no more. `fe…` and `font…` are looked at by their beginnings.
const DRAWING: [&str; 42] = [
    "a",
    "circle",
    "clipPath",
    "color-profile",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "flowPara",
    "flowRegion",
    "flowRoot",
    "flowSpan",
    "g",
    "glyph",
    "hatch",
    "hatchpath",
    "hkern",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "missing-glyph",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "solidColor",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "vkern",
];

/// The first suspicious thing of a text that ought to be XML, as it is written.
fn read(text: &str) -> Result<(), String> {
    let mut reader = NsReader::from_str(text);
    let mut inside = Inside::default();
    loop {
        let Ok((namespace, event)) = reader.read_resolved_event() else {
            return Err(String::new());
        };
        match event {
            Event::Eof if inside.depth == 0 && inside.has_root => return Ok(()),
            Event::Eof => return Err(String::new()),
            Event::Decl(declaration) => encoding(&declaration)?,
            Event::DocType(kind) if kind.contains('[') => return Err("<!ENTITY>".to_owned()),
            Event::PI(instruction) => {
                let is_style = instruction
                    .to_ascii_lowercase()
                    .starts_with("xml-stylesheet");
                refuse(is_style, "<?xml-stylesheet?>")?;
            }
            Event::Start(start) => {
                inside.element(&namespace, &start)?;
                inside.depth += 1;
                refuse(inside.depth > DEEPEST, "")?;
            }
            Event::Empty(start) => inside.element(&namespace, &start)?,
            Event::End(_) => {
                inside.depth = inside.depth.saturating_sub(1);
                inside.end()?;
            }
            Event::Text(text) => inside.text(&text),
            Event::CData(text) => inside.text(&text),
            Event::GeneralRef(reference) => {
                let sign = format!("&{};", &*reference);
                // Others are known only to who reads the list of entities.
                let text = unescape(&sign).map_err(|_| sign.clone())?;
                inside.text(&text);
            }
            Event::DocType(_) | Event::Comment(_) => {}
        }
    }
}

/// The first suspicious thing of a text that ought to be XML; `None` where there is none.
pub(super) fn suspect_in(text: &str) -> Option<String> {
    read(text.trim_start_matches('\u{feff}')).err()
}

/// Where in the file the reader is.
#[derive(Default)]
struct Inside {
    depth: usize,
    has_root: bool,
    namespaces: usize,
    /// The style sheet that is being read.
    style: Option<String>,
}

impl Inside {
    fn element(
        &mut self,
        namespace: &ResolveResult<'_>,
        start: &BytesStart<'_>,
    ) -> Result<(), String> {
        self.has_root = true;
        let name = start.local_name();
        let name = name.as_ref();
        let is_svg = match namespace {
            ResolveResult::Bound(Namespace(found)) => {
                let found = unescape(found).map_err(|_| String::new())?;
                refuse(ACTIVE.contains(&found.trim()), &format!("<{name}>"))?;
                found.trim() == SVG
            }
            ResolveResult::Unbound => false,
            ResolveResult::Unknown(_) => return Err(String::new()),
        };
        let draws = DRAWING.contains(&name) || name.starts_with("fe") || name.starts_with("font");
        refuse(is_svg && !draws, &format!("<{name}>"))?;
        if is_svg && name == "style" {
            self.style = Some(String::new());
        }
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| String::new())?;
            let written = attribute.key.as_ref();
            if written == "xmlns" || written.starts_with("xmlns:") {
                self.namespaces += 1;
                refuse(self.namespaces > MOST_NAMESPACES, "xmlns")?;
            } else {
                let value = unescape(&attribute.value).map_err(|_| written.to_owned())?;
                attribute_of(is_svg.then_some(name), written, &value)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(style) = &mut self.style {
            style.push_str(text);
        }
    }

    fn end(&mut self) -> Result<(), String> {
        let style = self.style.take();
        let found = style.and_then(|style| suspect_style(&style));
        found.map_or(Ok(()), |found| Err(format!("<style> {found}")))
    }
}

/// Looks at an attribute, of an element of SVG where that is named.
fn attribute_of(element: Option<&str>, written: &str, value: &str) -> Result<(), String> {
    let name = written.rsplit(':').next().unwrap_or(written);
    let Some(element) = element else {
        // Elements of other vocabularies do nothing with it, save for what all have in common.
        return refuse(written == "xml:base", written);
    };
    let is_handler = written
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"));
    refuse(is_handler || written == "xml:base", written)?;
    if name == "href" || name == "src" {
        return refuse(!is_harmless_address(value, element == "a"), written);
    }
    let found = if name == "style" {
        suspect_style(value)
    } else {
        suspect(value)
    };
    refuse(found.is_some(), written)
}

fn encoding(declaration: &BytesDecl<'_>) -> Result<(), String> {
    let Some(found) = declaration.encoding() else {
        return Ok(());
    };
    let found = found.map_err(|_| String::new())?;
    let known = ENCODINGS
        .iter()
        .any(|known| found.eq_ignore_ascii_case(known));
    refuse(!known, &format!("encoding=\"{found}\""))
}

fn refuse(is_suspect: bool, what: &str) -> Result<(), String> {
    if is_suspect { Err(short(what)) } else { Ok(()) }
}

/// The part that fits into a sentence, on one line.
fn short(what: &str) -> String {
    what.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::suspect_in;

    /// A drawing with this in it.
    fn svg(inside: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Generator -->\n\
             <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:s=\"http://www.w3.org/2000/svg\" \
             xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" viewBox=\"0 0 9 9\">{inside}</svg>\n"
        )
    }

    #[test]
    fn drawings_that_only_draw_pass() {
        for inside in [
            "<g id=\"ก\" style=\"fill:#fff;stroke:url(#a)\"><path d=\"M0 0\" fill=\"url( '#a' )\"/></g>",
            "<style><![CDATA[.a{fill:red} @media print{.a{fill:url(#b)}}]]></style><text class=\"a\">แผน &amp; ผัง &#3585;</text>",
            "<image xlink:href=\"data:image/png;base64,\nAAAA\" width=\"9\"/><use xlink:href=\"#a\"/>",
            "<a href=\"https://www.example.go.th/\"><text>เว็บไซต์</text></a>",
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><dc xmlns=\"x\" onload=\"a\"/></rdf:RDF></metadata>",
            "<g id=\"image(1)\" inkscape:label=\"src(2)\"/>",
            "<inkscape:path-effect effect=\"on\" script=\"1\"/><filter><feGaussianBlur stdDeviation=\"1\"/></filter>",
            "<style>@font-face{font-family:'Sarabun';src:url(\"data:font/woff2;base64,AA\")}</style>",
        ] {
            assert_eq!(suspect_in(&svg(inside)), None, "{inside}");
        }
        assert_eq!(
            suspect_in("<แผน ปี=\"2566\"><ชื่อ script=\"on\">ก</ชื่อ></แผน>"),
            None
        );
    }

    #[test]
    fn whatever_runs_or_leads_out_is_named() {
        for (inside, named) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<s:script/>", "<script>"),
            ("<SCRIPT/>", "<SCRIPT>"),
            ("<g onload=\"a()\"/>", "onload"),
            ("<g ONCLICK=\"a()\"/>", "ONCLICK"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<h:body/>", "<body>"),
            ("<p xmlns=\"http://www.w3.org/1999/xht&#109;l\"/>", "<p>"),
            (
                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>",
                "<math>",
            ),
            (
                "<set attributeName=\"href\" to=\"javascript:a()\"/>",
                "<set>",
            ),
            ("<animate/>", "<animate>"),
            ("<handler/>", "<handler>"),
            ("<a href=\"java&#x0a;script:a()\"/>", "href"),
            ("<a xlink:href=\" JavaScript&#58;a()\"/>", "xlink:href"),
            ("<a href=\"data:text/html,a\"/>", "href"),
            ("<use href=\"other.svg#a\"/>", "href"),
            ("<use href=\"data:image/svg+xml,a\"/>", "href"),
            (
                "<image xlink:href=\"https://example.com/a.png\"/>",
                "xlink:href",
            ),
            ("<g style=\"fill:url(//example.com/a)\"/>", "style"),
            ("<g fill=\"url(http://example.com/#a)\"/>", "fill"),
            ("<style>@import 'a.css';</style>", "<style> @import"),
            ("<style>@\\69mport 'a.css';</style>", "<style> \\"),
            (
                "<style><![CDATA[a{fill:u]]><![CDATA[rl(//b)}]]></style>",
                "<style> url(…)",
            ),
            ("<g xml:base=\"https://example.com/\"/>", "xml:base"),
            ("<text>&a;</text>", "&a;"),
            ("<g a=\"&a;\"/>", "a"),
            ("<?xml-stylesheet href=\"a.xsl\"?>", "<?xml-stylesheet?>"),
            ("<g>", ""),
            ("<x:g/>", ""),
        ] {
            assert_eq!(suspect_in(&svg(inside)).as_deref(), Some(named), "{inside}");
        }
        let entities = "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>";
        assert_eq!(suspect_in(entities).as_deref(), Some("<!ENTITY>"));
        assert_eq!(
            suspect_in(&svg(&"<g>".repeat(100_000))).as_deref(),
            Some("")
        );
    }

    #[test]
    fn whatever_a_style_fetches_without_an_address_in_brackets_is_named() {
        for (inside, named) in [
            (
                "<style>*{background:image-set(\"https://example.com/a\" 1x)}</style>",
                "<style> image-set(",
            ),
            (
                "<g style=\"cursor:-webkit-image-set(url(#a) 1x,'//b' 2x)\"/>",
                "style",
            ),
            ("<g mask=\"IMAGE-SET('//b' 1x)\"/>", "mask"),
            (
                "<style>a{fill:cross-fade('//b',red)}</style>",
                "<style> cross-fade(",
            ),
            ("<style>a{mask:image('//b')}</style>", "<style> image("),
            ("<style>@font-face{src:src('//b')}</style>", "<style> src("),
        ] {
            assert_eq!(suspect_in(&svg(inside)).as_deref(), Some(named), "{inside}");
        }
    }
}
