// A page that is open keeps up with what is written: the server tells it when it changed.
const shown = () => document.querySelector("oit-live");
let source;

function follow() {
  // A tab in the background gives its connection back: a browser has few for one server.
  if (source || document.hidden) return;
  const { events, page, panel, style } = shown().dataset;
  source = new EventSource(`${events}?${new URLSearchParams({ at: location.pathname, page, panel, style })}`);
  source.addEventListener("page", () => location.reload());
  source.addEventListener("panel", () => takePanel());
  source.addEventListener("style", (event) => takeStyle(event.data));
  // The server was ended, or started again: what it has now is compared with what is shown.
  source.addEventListener("error", () => {
    leave();
    setTimeout(follow, 1000);
  });
}

function leave() {
  source?.close();
  source = undefined;
}

/** Puts in what now stands on top of the page; the page itself stays as it is. */
async function takePanel() {
  const answer = await fetch(location.pathname);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = parsed.querySelector("oit-live");
  const old = shown();
  if (!fresh || fresh.dataset.page !== old.dataset.page) return location.reload();
  old.innerHTML = fresh.innerHTML;
  old.dataset.panel = fresh.dataset.panel;
  keepFolds();
}

/** Loads every style sheet again, and takes the old one out when the new one is there. */
function takeStyle(print) {
  for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
    const address = new URL(old.href);
    if (address.origin !== location.origin || address.pathname.startsWith("/.oit/")) continue;
    const fresh = old.cloneNode();
    address.searchParams.set("oit", print);
    fresh.href = address.href;
    fresh.addEventListener("load", () => old.remove());
    fresh.addEventListener("error", () => old.remove());
    old.after(fresh);
  }
  shown().dataset.style = print;
}

/** What was opened or closed by hand stays so from page to page. */
function keepFolds() {
  for (const part of shown().querySelectorAll("details")) {
    const key = `oit-live-${part.dataset.part}`;
    const kept = sessionStorage.getItem(key);
    if (kept) part.open = kept === "open";
    part.addEventListener("toggle", () => sessionStorage.setItem(key, part.open ? "open" : "closed"));
  }
}

keepFolds();
follow();
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : follow()));
addEventListener("pagehide", leave);
addEventListener("pageshow", follow);
