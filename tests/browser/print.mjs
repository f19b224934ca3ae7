// Pages on paper: they fit the sheet, nothing is cut off, and a year comes out as a PDF of several sheets.
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

/** What other pages than the year say on paper, and what they leave to the screen. */
async function others(tab, show) {
  const checklist = await show("/2566/checklist/");
  const wide = await tab.locator(".progress td").evaluateAll((cells) =>
    cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.outerHTML));
  for (const cell of wide) fail(`${checklist} ${excerpt(cell)}`, "runs into the next column on paper");
  check((await tab.locator(".actions:visible").count()) === 0, checklist, "prints links to other pages");

  const item = await show("/2566/o2/");
  const { foot, tight } = await tab.evaluate(() => ({
    foot: document.documentElement.scrollHeight - document.querySelector(".columns").getBoundingClientRect().bottom - scrollY,
    // Their marks would stand on the sheet before.
    tight: [...document.querySelectorAll("main :is(h2, h3, h4)")].filter((head) => parseFloat(getComputedStyle(head).paddingTop) < 2).length,
  }));
  check(foot < 200, item, `the foot takes ${Math.round(foot)} px of the paper`);
  check(tight === 0, item, `${tight} headings have no room for marks above the first line of a sheet`);
  const { width, padded } = await tab.locator(".verdict .status").evaluate((status) =>
    ({ width: status.getBoundingClientRect().width, padded: parseFloat(getComputedStyle(status).paddingRight) }));
  check(width > 0 && padded === 0, item, "a status keeps the room of a ground that paper has not");
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
  await attempt("other pages", () => others(tab, show));
  finish(`${years.length} years printed`);
}

await withBrowser(print);
