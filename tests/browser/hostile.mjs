// A site whose every text is a payload, without the content security policy that would stop it: nothing
// runs, nothing leads away, and no element or attribute stands on a page that could.
// Of the pages of documents each ninth is opened, and all where OIT_LONG_TESTS asks for it.
import { chromium } from "./packages.mjs";
import { DESK, browserOptions } from "./browser.mjs";
import { attempt, check, excerpt, fail, finish } from "./report.mjs";
import { pages, serve } from "./site.mjs";

const every = process.env.OIT_LONG_TESTS === "1" ? 1 : 9;

/** What may run: told before any script of the page does anything. */
function trap() {
  for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"]) {
    window[name] = () => window.oitRan(name);
  }
}

/** What stands in a document that should not, as [what, element]. Runs in the page. */
function suspects(html) {
  const parsed = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
  const found = [];
  const never = "iframe,object,embed,base,frame,frameset,applet,style,template,math,portal,foreignObject,"
    + "animate,set,use,audio,video,marquee,isindex,link[rel=import],link[rel=prefetch]";
  for (const element of parsed.querySelectorAll(never)) found.push(["an element", element.outerHTML]);
  for (const script of parsed.querySelectorAll("script")) {
    const own = script.getAttribute("src")?.startsWith("/assets/");
    if (!own && script.type !== "application/ld+json") found.push(["a script", script.outerHTML]);
  }
  for (const meta of parsed.querySelectorAll("meta[http-equiv]")) {
    const harmless = meta.httpEquiv === "Content-Security-Policy" || /^0; url=\//.test(meta.content);
    if (!harmless || !meta.closest("head")) found.push(["a meta", meta.outerHTML]);
  }
  for (const form of parsed.querySelectorAll("form")) {
    if (!form.matches(".find, .filter")) found.push(["a form", form.outerHTML]);
  }
  const addresses = new Set(["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "cite"]);
  for (const element of parsed.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const handler = /^on/i.test(name) || ["style", "srcset", "srcdoc", "ping", "is", "slot"].includes(name);
      if (handler) found.push([`the attribute ${name}`, element.outerHTML]);
      if (!addresses.has(name)) continue;
      let scheme = "none";
      try {
        scheme = new URL(value, location.href).protocol;
      } catch {}
      if (!["http:", "https:", "mailto:", "tel:", "none"].includes(scheme)) {
        found.push([`an address ${scheme}`, element.outerHTML]);
      }
    }
  }
  return found.slice(0, 20).map(([what, html]) => [what, html.slice(0, 200)]);
}

const server = await serve();
const browser = await chromium.launch(browserOptions);
try {
  const context = await browser.newContext({ viewport: DESK, bypassCSP: true });
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  let where = "the trap";
  let ran = 0;
  const run = (what) => {
    ran += 1;
    fail(where, `runs ${what}`);
  };
  await context.exposeBinding("oitRan", (_, what) => {
    if (where === "the trap") ran += 1;
    else run(what);
  });
  await tab.addInitScript(trap);
  tab.on("dialog", (dialog) => {
    run(dialog.type());
    void dialog.dismiss();
  });
  tab.on("pageerror", (error) => fail(where, `script error: ${error.message}`));
  context.on("page", () => run("a window of its own"));
  tab.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    // Pictures of other hosts stay out by the policy, which is off here.
    const picture = request.resourceType() === "image" && /^https?:$/.test(protocol);
    if (where !== "the trap" && origin !== server.origin && !picture) fail(where, `asks for ${request.url()}`);
  });

  /** Opens an address and looks at what it became. */
  const look = async (url, html) => {
    where = url.slice(server.origin.length);
    await attempt(where, async () => {
      await tab.goto(url, { waitUntil: "load" });
      const found = await tab.evaluate(suspects);
      if (html !== undefined) found.push(...(await tab.evaluate(suspects, html)));
      for (const [what, element] of found) fail(`${where} ${excerpt(element)}`, `has ${what}`);
      check(tab.url() === new URL(url).href, where, `leads away to ${tab.url()}`);
    });
  };

  // A trap that catches nothing proves nothing.
  await tab.goto(server.at("/"));
  await tab.evaluate(() => {
    document.body.innerHTML = "<img src=x onerror=alert(1)><a href=javascript:1>x</a>";
  });
  await tab.waitForTimeout(300);
  check(ran === 1, where, "does not notice what runs");
  check((await tab.evaluate(suspects)).length >= 2, where, "does not see handlers and addresses");

  let documents = 0;
  for (const { address, kind, html } of pages) {
    if (kind === "document" && (documents += 1) % every !== 0) continue;
    await look(server.at(kind === "redirect" ? `${address}?still` : address), html);
  }

  // What scripts of the theme draw: results of a search, offers for a wrong address.
  const typed = ["alert", "script", "onerror", "img", "javascript:", "<img", '">', "{{", "svg onload", "ก"];
  for (const query of typed) {
    await look(server.at(`/search/?q=${encodeURIComponent(query)}`));
    await attempt(`${where}, results`, async () => {
      await tab.locator("#_results ol a").first().waitFor();
      for (const [what, element] of await tab.evaluate(suspects)) fail(`${where} ${excerpt(element)}`, `has ${what}`);
    });
  }
  const attacks = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)", "'-alert(1)-'", "{{7*7}}"];
  for (const attack of attacks.map(encodeURIComponent)) {
    for (const start of ["/", "/2566/", "/2566/o1/", "/2566/o12/x"]) await look(server.at(start + attack));
    for (const page of ["/", "/search/", "/2566/checklist/", "/2566/submission/", "/no/o12/"]) {
      await look(server.at(`${page}?q=${attack}&year=${attack}&sub=${attack}&unit=${attack}&status=${attack}#${attack}`));
    }
  }
  await look(server.at("/2566/submission/"));
  await attempt("the buttons to copy with", async () => {
    for (const button of (await tab.locator("main .copy").all()).slice(0, 5)) await button.click();
  });
} finally {
  await browser.close();
  server.close();
}

finish(`${pages.length} pages of payloads, every ${every}. document`);
