//! Addresses that things had before: names in `formerly`, `oit rename`, free pages, and the address of the site.

use super::drift::{DOCUMENT, published, told};
use crate::harness::{SITE, pdf};

#[test]
fn free_pages_and_their_files_stay_too() {
    let site = published();
    site.write(
        "content/pages/about.md",
        "+++\ntitle = \"ก\"\n+++\n[แบบ](form.pdf)\n",
    )
    .write("content/pages/form.pdf", pdf("form"))
    .write("content/index.md", "[ก](pages/about.md)\n");
    site.build();
    let checklist = site.read("public/2566/checklist.json");
    site.write("before.json", &*checklist);
    for (old, new) in [
        ("content/pages/form.pdf", "f2.pdf"),
        ("content/pages/about.md", "us"),
    ] {
        let run = site.run(&["rename", old, new]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stdout.contains("formerly"), "{run:?}");
    }
    let about = site.read("content/pages/us.md");
    assert!(
        about.contains("formerly = [\"form.pdf\", \"about\"]") && about.contains("(f2.pdf)"),
        "{about}"
    );
    assert_eq!(site.read("content/index.md"), "[ก](pages/us.md)\n");
    site.build();
    assert!(
        site.read("public/pages/about/index.html")
            .contains("url=/pages/us/")
    );
    assert!(site.exists("public/pages/form.pdf") && site.exists("public/pages/f2.pdf"));
    // The names that they had are listed, and a build elsewhere looks after them.
    let now = site.read("public/2566/checklist.json");
    site.write("now.json", &*now);
    site.write(
        "content/pages/us.md",
        about.replace("formerly = [\"form.pdf\", \"about\"]\n", ""),
    );
    for (out, baseline) in [
        ("public", "before.json"),
        ("other", "now.json"),
        ("other", "before.json"),
    ] {
        let run = site.run(&["build", "--out", out, "--baseline", baseline]);
        assert_eq!(run.code, 1, "{run:?}");
        assert_eq!(
            told(&run),
            ["address-withdrawn content/pages"],
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains("formerly = [\"about\", \"form.pdf\"]"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn former_addresses_are_looked_after_elsewhere() {
    let site = published();
    site.write(
        "content/2566/o7/a.md",
        DOCUMENT.replace("+++\ntitle", "+++\nformerly = [\"old\"]\ntitle"),
    );
    site.build();
    site.write("now.json", &*site.read("public/2566/checklist.json"));
    site.write("content/2566/o7/a.md", DOCUMENT);
    let run = site.run(&["build", "--out", "other", "--baseline", "now.json"]);
    assert_eq!(
        (run.code, told(&run)),
        (1, vec!["address-withdrawn content/2566/o7".to_owned()]),
        "{run:?}"
    );
    assert!(
        run.stderr.contains("formerly = [\"o7/old\"]"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_site_that_moves_says_so() {
    let site = published();
    site.write("now.json", &*site.read("public/2566/checklist.json"));
    let is = |base: &str| SITE.replace("https://x.example/", base);
    for base in ["https://x.example/oit/", "https://y.example/"] {
        site.write("site.toml", is(base));
        for arguments in [
            &["build"][..],
            &["build", "--out", "other", "--baseline", "now.json"],
        ] {
            let run = site.run(arguments);
            assert_eq!(run.code, 1, "{run:?}");
            assert!(
                run.stderr.contains("base_url = \"https://x.example/\""),
                "{}",
                run.stderr
            );
        }
    }
    for base in ["http://x.example", "https://www.x.example/"] {
        site.write("site.toml", is(base));
        site.build();
    }
    site.write("site.toml", is("https://x.example/oit/"));
    assert_eq!(site.run(&["build", "--allow-withdraw"]).code, 0);
    site.build();
}

#[test]
fn names_go_back_and_change_places() {
    let site = published();
    let rename = |old: &str, new: &str| site.run(&["rename", &format!("content/2566/{old}"), new]);
    for (old, new) in [
        ("o7/a.md", "b"),
        ("o7/b.md", "a"),
        ("o6/law.pdf", "x.pdf"),
        ("o6/x.pdf", "law.pdf"),
    ] {
        assert_eq!(rename(old, new).code, 0, "{old}");
    }
    assert!(!site.read("content/2566/o7/a.md").contains("\"a\""));
    site.build();
    site.write("content/2566/o7/c.md", DOCUMENT);
    for (old, new) in [("o7/a.md", "tmp"), ("o7/c.md", "a"), ("o7/tmp.md", "c")] {
        assert_eq!(rename(old, new).code, 0, "{old}");
    }
    site.build();
    site.write("content/2566/o6/ภาพ/a.jpg", "jpg")
        .write("content/2566/o6/index.md", "มี [ภาพ](ภาพ/a.jpg)\n");
    site.build_anew();
    assert_eq!(rename("o6/ภาพ/a.jpg", "b.jpg").code, 0);
    assert!(
        site.read("content/2566/o6/index.md")
            .contains("\"ภาพ/a.jpg\"")
    );
    for new in ["content/2565/o7/x.md", "_x.md", ".x.md", ".md", "c", "c.md"] {
        assert_eq!(rename("o7/c.md", new).code, 2, "{new}");
    }
    assert_eq!(rename("o7/c.md", "content/2566/o7/d.md").code, 0);
}

#[test]
fn a_former_name_never_leads_out_of_its_year() {
    let site = published();
    let lead = site.read("public/2566/o6/index.html");
    for name in [
        "../o6",
        "../../../zzz",
        "../../../../zzz",
        "o6/law.pdf/x",
        "/zzz/",
    ] {
        let head = format!(
            "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\nformerly = [\"{name}\"]\n+++\nข่าว\n"
        );
        site.write("content/2566/o7/a.md", head);
        for command in ["check", "build"] {
            let run = site.run(&[command]);
            assert_eq!(run.code, 1, "{name}: {run:?}");
            assert!((run.stdout + &run.stderr).contains("[formerly]"), "{name}");
        }
    }
    assert_eq!(site.read("public/2566/o6/index.html"), lead);
    assert!(!site.exists("zzz") && !site.exists("public/zzz"));
    let copied = [
        "https://www.x.example/2566/o7/old/",
        "/2566/o7/new",
        "2566/o6/third",
    ];
    let names = copied.map(|name| format!("\"{name}\"")).join(", ");
    let head =
        format!("+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\nformerly = [{names}]\n+++\nข่าว\n");
    site.write("content/2566/o7/a.md", head);
    site.build();
    for old in ["o7/old", "o7/new", "o6/third"] {
        let page = site.read(&format!("public/2566/{old}/index.html"));
        assert!(page.contains("url=/2566/o7/a/"), "{old}: {page}");
    }
}
