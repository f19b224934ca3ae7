// What a visitor takes home: all files of an item in one archive. Saves them for who unpacks them.
//
// node zip.mjs SITE BASE DOWNLOADS [ADDRESS]: the site, or `oit serve` of the same one at that address.
import { join } from "node:path";
import { PHONE, checkFits, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, finish } from "./report.mjs";
import { base, pages } from "./site.mjs";

const [, , downloads, address] = process.argv.slice(2);
const served = address && { origin: new URL(address).origin, at: (path) => new URL(path, address).href };
const offering = pages.filter(({ html }) => html.includes(' data-zip="'));

const offer = (tab) => tab.getByRole("button", { name: "ดาวน์โหลดทุกไฟล์ของข้อนี้" });
const said = (tab) => tab.locator(".page-tools [role=status]");

async function take(tab, page, where) {
  const linked = new Set(page.html.match(/<a href="[^"]*" data-bytes=/g)).size;
  check((await offer(tab).innerText()).includes(`(ZIP, ${linked} ไฟล์ `), where, `the button does not say ${linked} files`);
  const [download] = await Promise.all([tab.waitForEvent("download"), offer(tab).click()]);
  await download.saveAs(join(downloads, download.suggestedFilename()));
  await said(tab).getByText(`รวมครบ ${linked} ไฟล์แล้ว`).waitFor();
  await checkFits(tab, where);
}

/** What the parts of the script say, on vectors. */
async function parts(tab, show) {
  const where = await show("/");
  const found = await tab.evaluate(async (script) => {
    const { crc32, distinct, dosTime } = await import(script);
    const at = new Date(2023, 5, 30, 16, 45, 31);
    return {
      sums: ["", "123456789", "กขค"].map((text) => crc32(new TextEncoder().encode(text)).toString(16)),
      names: distinct(["แผน.pdf", "a.b.PDF", "แผน.pdf", "A.b.pdf", "แผน.pdf", ".x", "ก:ข/ค", "ก-ข-ค"]),
      times: [dosTime(at.toUTCString()), dosTime(null), dosTime("?"), dosTime("1 Jan 1979")],
    };
  }, `${base}assets/zip.js`);
  const expected = {
    sums: ["0", "cbf43926", "e9c52cdf"],
    names: ["แผน.pdf", "a.b.PDF", "แผน (2).pdf", "A.b (2).pdf", "แผน (3).pdf", ".x", "ก-ข-ค", "ก-ข-ค (2)"],
    times: [[(16 << 11) | (45 << 5) | 15, (43 << 9) | (6 << 5) | 30], [0, 0x21], [0, 0x21], [0, 0x21]],
  };
  for (const part of Object.keys(expected)) {
    const [is, want] = [found, expected].map((all) => JSON.stringify(all[part]));
    check(is === want, where, `zip.js, ${part}: ${is}, not ${want}`);
  }
}

/** A tab of its own: what goes wrong here is meant to. */
async function refusals(browser, server) {
  const [page] = offering;
  const context = await browser.newContext({ viewport: PHONE });
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  let saved = 0;
  tab.on("download", () => (saved += 1));
  await tab.goto(server.at(page.address));
  const second = await tab.locator("[data-zip] a[data-bytes]").nth(1).evaluate((link) =>
    ({ url: link.href, name: link.download || decodeURIComponent(link.href.split("/").pop()) }));

  const failures = {
    "is not reached": (route) => route.abort(),
    "is missing": (route) => route.fulfill({ status: 404, body: "" }),
    "is a page that says so": (route) => route.fulfill({ status: 200, body: "<h1>ไม่พบหน้านี้</h1>" }),
  };
  for (const [how, answer] of Object.entries(failures)) {
    let isAsked;
    const asked = new Promise((resolve) => (isAsked = resolve));
    let goOn;
    const held = new Promise((resolve) => (goOn = resolve));
    await tab.route(second.url, async (route) => {
      isAsked();
      await held;
      await answer(route);
    });
    await offer(tab).click();
    await asked;
    const going = await said(tab).innerText();
    check(/^กำลังรวมไฟล์ 2 จาก \d+$/.test(going), page.address, `while it fetches the second file it says “${going}”`);
    goOn();
    await said(tab).getByText(`ดาวน์โหลด ${second.name} ไม่ได้`).waitFor();
    check(saved === 0, page.address, `an archive is offered though a file ${how}`);
    await tab.unroute(second.url);
  }
  await offer(tab).click();
  await said(tab).getByText("รวมครบ").waitFor();
  check(saved === 1, page.address, "after a failure another try brings nothing");

  const large = page.html.replace(/ data-bytes="\d+"/g, ' data-bytes="300000000"');
  await tab.route(server.at(page.address), (route) => route.fulfill({ contentType: "text/html", body: large }));
  await tab.goto(server.at(page.address));
  await tab.locator(".page-tools").getByText(/รวมกัน 5\d\d\.\d MB ใหญ่เกิน/).waitFor();
  check((await offer(tab).count()) === 0, page.address, "offers an archive of 600 MB");
  await context.close();
}

check(offering.length > 0, "the site", "no item offers its files");
await withBrowser(async (browser, built) => {
  const server = served ?? built;
  const { tab, show, close } = await openTab(browser, server, PHONE);
  for (const page of offering) {
    const where = await show(page.address);
    await attempt(where, () => take(tab, page, where));
  }
  await attempt("zip.js", () => parts(tab, show));
  await close();
  await attempt("what cannot be offered", () => refusals(browser, server));

  const plain = await openTab(browser, server, PHONE, { javaScriptEnabled: false });
  const where = await plain.show(offering[0].address);
  check((await plain.tab.locator("main button:visible").count()) === 0, where, "offers a button that does nothing");
  check((await plain.tab.locator("main a[data-bytes]:visible").count()) > 1, where, "has no single files");
  await plain.close();
});
finish(`${offering.length} archives`);
