// The search page: results as one types, the index loaded when it is needed.

import { fold } from './normalise.js';
import { prepare, search } from './match.js';

function element(name, className, ...inside) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
}

// A text with what was searched for in <mark>.
function marked(text, patterns) {
  const out = [];
  let from = 0;
  for (const { 0: found, index } of fold(text).matchAll(RegExp(patterns.map((one) => one.source).join('|'), 'g'))) {
    out.push(text.slice(from, index), element('mark', '', text.slice(index, from = index + found.length)));
  }
  return [...out, text.slice(from)];
}

function start(form, page) {
  const [status, help, list] = page.children;
  const say = page.dataset;
  const { q, year, sub, filters } = form;
  const parts = new Map();
  const items = new Map();
  let index, turn = 0;

  // Free pages, which have no year, and the newest year first.
  const chosen = () => Object.keys(index).reverse().filter((one) => !year.value || !one || year.value === one);
  const json = async (address) => (await fetch(address)).json();

  // Items stand before all further documents.
  async function load(year, part) {
    const entries = await json(part);
    for (const entry of entries) if (entry.sub) items.set(year + entry.item, entry);
    parts.set(part, entries.map((entry) => prepare({ ...entry, year, of: items.get(year + entry.item) })));
  }

  function row({ entry, hit }, patterns) {
    const label = entry.item.toUpperCase();
    const link = element('a', '', element('span', 'label', label), ' ',
      element('span', 'what', ...marked(entry.title, patterns)));
    link.href = entry.url;
    const where = !entry.of || entry.sub ? '' : ` · ${label} ${entry.of.title}`;
    const { name, text, at } = hit && hit.name !== 'title' ? hit : { at: 0, ...entry.texts.find(({ name }) => say[name]) };
    const start = Math.max(0, at - 40);
    // No mark without its letter.
    const piece = text?.slice(start, start + 140).replace(/^[\u0e31-\u0e3a\u0e47-\u0e4e]+/, '');
    return element('li', '', link, element('p', 'note', entry.year && say.year + entry.year + where),
      text ? element('p', '', `${say[name]}: ${start ? '…' : ''}`, ...marked(piece, patterns)) : '');
  }

  function show(query, more) {
    const entries = chosen().flatMap((year) => index[year]).flatMap((part) => parts.get(part) ?? [])
      .filter(({ year, of }) => !sub.value || sub.value === `${year}/${of?.sub}`);
    const { kind, patterns, found } = search(entries, query);
    const { length } = found;
    const words = say[length > 100 ? 'many' : length ? kind : 'none'];
    status.textContent = more ? say.wait : words.replace('#', length).replace('*', () => query);
    help.hidden = more || length > 0;
    list.replaceChildren(...found.slice(0, 100).map((one) => row(one, patterns)));
  }

  async function run() {
    const mine = ++turn;
    const query = q.value.trim();
    for (const group of sub.querySelectorAll('optgroup')) {
      group.hidden = group.disabled = year.value && group.dataset.year !== year.value;
    }
    if (sub.selectedOptions[0]?.parentNode.hidden) sub.value = '';
    page.hidden = !query;
    if (!query) return;
    try {
      index ??= (await json('index.json')).years;
      const wanted = chosen().flatMap((year) => index[year].map((part) => [year, part]));
      // Part after part; what is there is shown at once.
      for (const [year, part] of wanted.filter(([, part]) => !parts.has(part))) {
        show(query, true);
        await load(year, part);
        if (mine !== turn) return;
      }
      show(query);
    } catch {
      status.textContent = say.broken;
    }
  }

  const given = new URLSearchParams(location.search);
  for (const field of [q, year, sub]) field.value = given.get(field.name) ?? field.value;
  filters.hidden = filters.disabled = false;
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, 150);
    history.replaceState(null, '', '?' + new URLSearchParams(new FormData(form)));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  run();
}

const page = globalThis.document?.querySelector('#_results');
if (page) start(document.querySelector('form.find'), page);
