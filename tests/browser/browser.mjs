// Chromium, closed off from the network, and what a page does wrong while it is looked at.
import { counted, excerpt, fail } from "./report.mjs";
import { chromium } from "./packages.mjs";
import { base, pages, serve } from "./site.mjs";

export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1280, height: 900 };

/** How Chromium is started: no host but this machine has an address. */
export const browserOptions = {
  executablePath: process.env.OIT_CHROMIUM,
  args: [
    // Root in a container has no user namespace and a small /dev/shm.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-proxy-server",
    "--disable-background-networking",
  ],
};

/** Starts server and browser, runs the work, and ends both whatever happens. */
export async function withBrowser(work) {
  const server = await serve();
  const browser = await chromium.launch(browserOptions);
  try {
    await work(browser, server);
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * A page that notes console errors, script errors, breaches of the content security policy and
 * requests to other hosts as faults of the page that is open. `show` opens an address.
 */
export async function openTab(browser, server, viewport, options = {}) {
  const context = await browser.newContext({ viewport, locale: "th-TH", ...options });
  const tab = await context.newPage();
  // Everything is on this machine: what takes longer does not come.
  tab.setDefaultTimeout(15_000);
  const width = `${viewport.width} px${options.javaScriptEnabled === false ? ", no JavaScript" : ""}`;
  let where = "about:blank";
  let missing = false;

  tab.on("console", (message) => {
    // Chromium reports the 404 of the page itself; here it is the right answer.
    const own = missing && message.location().url === tab.url();
    if (message.type() === "error" && !own) {
      fail(where, `console error: ${message.text().split("\n")[0]}`);
    }
  });
  tab.on("pageerror", (error) => fail(where, `script error: ${error.message}`));
  tab.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.origin && protocol !== "data:" && protocol !== "blob:") {
      fail(where, `request to another host: ${request.url()}`);
    }
  });
  await context.exposeBinding("oitPolicyBreach", (_, what) => fail(where, what));
  await tab.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const sample = event.sample || event.blockedURI;
      window.oitPolicyBreach(`content security policy: ${event.violatedDirective}: ${sample}`);
    });
  });

  /** Opens an address, of the site or wrong on purpose; returns the place to name in a fault. */
  async function show(address) {
    where = `${address} (${width})`;
    const page = pages.find((page) => page.address === address);
    missing = page === undefined || page.kind === "not found";
    let asked = address;
    if (page?.kind === "redirect") asked = `${address}?still`;
    if (page?.kind === "not found") asked = "/no/such/page/";
    const response = await tab.goto(server.at(asked), { waitUntil: "load" });
    const expected = missing ? 404 : 200;
    if (response.status() !== expected) fail(where, `answers ${response.status()}, not ${expected}`);
    return where;
  }

  return { tab, show, close: () => context.close() };
}

/** Notes a page that scrolls sideways, with the elements that stand out. */
export async function checkFits(tab, where) {
  counted();
  const tooWide = await tab.evaluate(() => {
    const root = document.documentElement;
    const excess = root.scrollWidth - root.clientWidth;
    if (excess <= 0) return undefined;
    const scrollsItself = (element) =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== "visible" || scrollsItself(element.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5 &&
        !scrollsItself(element.parentElement),
    );
    return { excess, names: out.slice(0, 3).map((element) => element.outerHTML) };
  });
  if (tooWide) {
    const names = tooWide.names.map(excerpt).join(" ");
    fail(`${where} by ${tooWide.excess} px: ${names}`, "the page scrolls sideways");
  }
}

/** The addresses of this site that the open page refers to, each with the element that does. */
export async function references(tab, server) {
  const { canonical, all } = await tab.evaluate(() => {
    const elements = [...document.querySelectorAll("[href], [src]")];
    const address = (element) => element.getAttribute("href") ?? element.getAttribute("src");
    return {
      canonical: document.querySelector("link[rel=canonical]")?.href,
      // What begins with # stays on the page.
      all: elements
        .filter((element) => !address(element).startsWith("#"))
        .map((element) => [new URL(address(element), document.baseURI).href, element.outerHTML]),
    };
  });
  // Whole addresses name the host where the site will live; here it is served from another.
  const home = canonical ? new URL(canonical).origin : server.origin;
  return all
    .map(([url, element]) => [url.split("#")[0].replace(`${home}${base}`, `${server.origin}${base}`), element])
    .filter(([url]) => url.startsWith(server.origin));
}
