// The year on paper.
import { DESK, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, finish } from "./report.mjs";
import { pages } from "./site.mjs";
import { waitsFor } from "./waiting.mjs";

async function print(browser, server) {
  const { tab, show } = await openTab(browser, server, DESK);
  const years = pages.filter((page) => page.kind === "print");
  check(years.length > 0, "the site", "has no /<year>/print/");
  for (const { address } of years) {
    await attempt(address, async () => {
      const where = await show(address);
      const pdf = (await tab.pdf({ format: "A4" })).toString("latin1");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      check(sheets >= 5, where, `prints on ${sheets} sheets; a whole year needs several`);
    });
  }
  finish(`${years.length} years printed`);
}

if (!waitsFor("print page")) await withBrowser(print);
