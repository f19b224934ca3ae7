// The year on paper: it fits the sheet, nothing is cut off, and it comes out as a PDF of several sheets.
import { checkFits, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, excerpt, fail, finish } from "./report.mjs";
import { pages } from "./site.mjs";

/** A4 between margins of one centimetre, in CSS pixels. */
const SHEET = { width: 718, height: 1047 };

/** Notes what can be scrolled on a screen and is therefore lost on paper. */
async function checkWhole(tab, where) {
  const cut = await tab.evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((element) => getComputedStyle(element).overflowX !== "visible")
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML),
  );
  for (const element of cut) fail(`${where} ${excerpt(element)}`, "is cut off on paper");
}

async function print(browser, server) {
  const { tab, show } = await openTab(browser, server, SHEET);
  await tab.emulateMedia({ media: "print" });
  const years = pages.filter((page) => page.kind === "print");
  check(years.length > 0, "the site", "has no /<year>/print/");
  for (const { address } of years) {
    await attempt(address, async () => {
      const where = await show(address);
      await checkFits(tab, where);
      await checkWhole(tab, where);
      const pdf = (await tab.pdf({ format: "A4" })).toString("latin1");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      check(sheets >= 5, where, `prints on ${sheets} sheets; a whole year needs several`);
    });
  }
  finish(`${years.length} years printed`);
}

await withBrowser(print);
