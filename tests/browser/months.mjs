// An item with very many documents: months that are folded open for who is led to them, and a search within.
import { PHONE, checkFits, openTab, withBrowser } from "./browser.mjs";
import { check, finish } from "./report.mjs";
import { pages } from "./site.mjs";

const page = pages.find(({ html }) => html.includes('<details class="month"'));
const rows = "details.month .documents > li";

await withBrowser(async (browser, server) => {
  const { tab, show, close } = await openTab(browser, server, PHONE);
  const where = await show(page.address);
  const seen = () => tab.locator(`${rows}:visible`).count();
  const all = await tab.locator(rows).count();
  const atFirst = await seen();
  check(atFirst > 0 && atFirst < all, where, `shows ${atFirst} of ${all} documents before a month is chosen`);
  await checkFits(tab, where);
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  check(height < 9_000, where, `is ${height} px long`);

  await tab.locator(".months a").last().click();
  check((await seen()) > atFirst, where, "a month that one is led to stays folded");

  await tab.locator(".within input").fill("ครั้งที่ ๓๑๑");
  const found = await tab.locator(`${rows}:visible`).allInnerTexts();
  check(found.length > 0 && found.every((text) => text.includes("ครั้งที่ 311")), where, `finds ${found.length} others`);
  const said = await tab.locator(".within [role=status]").innerText();
  check(said.includes(String(found.length)), where, `says “${said}” of ${found.length} found`);
  await tab.locator(".within input").fill("");
  check((await seen()) === atFirst, where, "does not go back to how it was");
  await close();

  const plain = await openTab(browser, server, PHONE, { javaScriptEnabled: false });
  await plain.show(page.address);
  check((await plain.tab.locator(".within:visible").count()) === 0, where, "offers a search that does nothing");
  const folded = plain.tab.locator("details.month:not([open]) > summary");
  while (await folded.count()) await folded.first().click();
  const reached = await plain.tab.locator(`${rows}:visible`).count();
  check(reached === all, where, `without JavaScript ${reached} of ${all} documents can be reached`);
  await plain.close();
});

finish("a list of very many documents");
