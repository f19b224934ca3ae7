// Every page of the site on a phone: it opens, fits, and asks no other host. Quick, without axe.
import { PHONE, checkFits, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, finish } from "./report.mjs";
import { base, has, pages, readText } from "./site.mjs";

const listed = [...readText("/sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(
  ([, url]) => `/${new URL(url).pathname.slice(base.length)}`,
);
check(listed.length > 0, "/sitemap.xml", "lists no page");
for (const address of listed) check(has(address), "/sitemap.xml", `lists ${address}, which is no page`);

await withBrowser(async (browser, server) => {
  const { tab, show } = await openTab(browser, server, PHONE);
  for (const { address } of pages) {
    await attempt(address, async () => checkFits(tab, await show(address)));
  }
});

finish(`${pages.length} pages below ${base}`);
