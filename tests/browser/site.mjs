// The built site: its pages, what kind each is, and a server for them that behaves as a strict
// static host would: a content security policy, 404.html for unknown addresses, nothing else.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const [folder, base = "/"] = process.argv.slice(2);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** The base path, `/` or `/oit/`. */
export { base, folder };

/** Every page with its address (without base path), HTML and kind. */
export const pages = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html"))
  .sort()
  .map((name) => {
    const address = `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
    const html = readFileSync(join(folder, name), "utf8");
    return { address, html, kind: kind(address, html), file: join(folder, name) };
  });

/** Whether the site has a file at an address. */
export function has(address) {
  return fileOf(address) !== undefined;
}

export function readText(address) {
  return readFileSync(fileOf(address), "utf8");
}

function kind(address, html) {
  if (html.includes('http-equiv="refresh"')) return "redirect";
  const status = html.match(/<article[^>]* data-oit-status="([a-z]+)"/)?.[1];
  const known = [
    [/^\/$/, "home"],
    [/^\/404\.html$/, "not found"],
    [/^\/pages\/.*$/, "free page"],
    [/^\/\d{4}\/$/, "year"],
    [/^\/\d{4}\/o\d+\/$/, `item ${status}`],
    [/^\/\d{4}\/o\d+\/[^/]+\/$/, "document"],
    [/^\/(\d{4}\/)?([a-z]+)\/$/, "$2"],
  ].find(([pattern]) => pattern.test(address));
  return known ? address.replace(...known) : address;
}

/**
 * As few pages as show everything that pages of their sort show: each kind, and each element with each
 * class, type and role that the theme gives it. What the theme learns to draw is found by itself.
 */
export function representatives() {
  const left = pages.map((page) => ({ page, features: features(page) }));
  const chosen = [];
  for (;;) {
    const best = left.reduce((best, next) => (next.features.size > best.features.size ? next : best));
    if (best.features.size === 0) return chosen;
    chosen.push(best.page);
    const seen = [...best.features];
    for (const { features } of left) for (const feature of seen) features.delete(feature);
  }
}

function features({ kind, html }) {
  const [sort] = kind.split(" ");
  const found = new Set([kind]);
  for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)) {
    const marks = [...attributes.matchAll(/ (class|type|role)="([^"]*)"/g)].map(([mark]) => mark);
    found.add(`${sort}: ${tag}${marks.join("")}`);
  }
  return found;
}

function fileOf(address) {
  let parts;
  try {
    parts = address.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (parts.some((part) => part === ".." || /[/\\]/.test(part))) return undefined;
  if (parts.at(-1) === "") parts[parts.length - 1] = "index.html";
  const file = join(folder, ...parts);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Serves the site on a free port of this machine. */
export async function serve() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Where an address of the site is served. */
    at: (address) => origin + base + address.slice(1),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(request, response) {
  const url = new URL(request.url, "http://127.0.0.1");
  const inside = url.pathname.startsWith(base) ? `/${url.pathname.slice(base.length)}` : undefined;
  const found = inside && fileOf(inside);
  const file = found ?? join(folder, "404.html");
  let body = readFileSync(file);
  // A page that leads on at once cannot be looked at; with `?still` it stays.
  if (url.search === "?still") {
    body = Buffer.from(body.toString("utf8").replace(/<meta http-equiv="refresh"[^>]*>/, ""));
  }
  response.writeHead(found ? 200 : 404, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": body.length,
    "Content-Security-Policy": "default-src 'self'",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
