// The search page: results as one types, the index loaded when it is needed.

import { fold, normalise } from './normalise.js';
import { numberIn } from './find.js';

// The texts of an entry with their rank; a title that starts with a word has 1.
const RANKS = { title: 2, lead: 2, headings: 3, files: 4, summary: 4, body: 5 };
const byRank = (a, b) => a.rank - b.rank;

// An entry of the index, ready to be searched.
export const prepare = (entry) => ({ ...entry, texts: Object.keys(RANKS).flatMap((name) =>
  [entry[name] ?? []].flat().map((text) => ({ name, text, folded: fold(text) }))) });

// The entries that have every word, best first; only if there are none, tone marks do not matter.
export function search(entries, query) {
  const words = normalise(query).split(' ');
  const number = numberIn(query);
  for (const loose of [false, true]) {
    const patterns = words.map((word) => pattern(word, loose)).filter(Boolean);
    const found = patterns.length ? entries.flatMap((entry) => match(entry, patterns, number)) : [];
    if (found.length || loose) return { loose, patterns, found: found.sort(byRank) };
  }
}

function pattern(word, loose) {
  const letters = [...(loose ? word.replace(/[\u0e48-\u0e4b]/g, '') : word)];
  return letters[0] && RegExp(letters.map((letter) => letter.replace(/[!-/?[-^{-~]/, '\\$&'))
    .join(loose ? '[\u0e48-\u0e4b]*' : ''), 'g');
}

function match(entry, patterns, number) {
  const asked = number && entry.sub && (number.year ?? entry.year) == entry.year;
  if (asked && (number.item === entry.item || number.sub === entry.sub)) return [{ entry, rank: 0 }];
  const hits = patterns.map((pattern) => entry.texts.flatMap((text) => {
    const at = text.folded.search(pattern);
    const rank = RANKS[text.name];
    return at < 0 ? [] : [{ ...text, at, rank: at || rank > 2 ? rank : 1 }];
  }).sort(byRank)[0]);
  if (hits.includes(undefined)) return [];
  const rank = hits.reduce((sum, hit) => sum + hit.rank, 0);
  // Beside the title stands the hit furthest from it.
  return [{ entry, rank, hit: hits.sort(byRank).at(-1) }];
}

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
  const years = new Map();
  let index, turn = 0;

  // Free pages, which have no year, and the newest year first.
  const chosen = () => Object.keys(index).reverse().filter((one) => !year.value || !one || year.value === one);
  const json = async (address) => (await fetch(address)).json();

  async function load(year) {
    const entries = (await Promise.all(index[year].map(json))).flat();
    const items = new Map(entries.map((entry) => [entry.item, entry]).filter(([, entry]) => entry.sub));
    years.set(year, entries.map((entry) => prepare({ ...entry, year, of: items.get(entry.item) })));
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

  function show(query) {
    const entries = chosen().flatMap((year) => years.get(year) ?? [])
      .filter(({ year, of }) => !sub.value || sub.value === `${year}/${of?.sub}`);
    const { loose, patterns, found } = search(entries, query);
    const { length } = found;
    const kind = length > 100 ? 'many' : !length ? 'none' : loose ? 'loose' : 'found';
    status.textContent = say[kind].replace('#', length).replace('*', () => query);
    help.hidden = length > 0;
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
      // Year after year; what is there is shown at once.
      for (const year of chosen()) {
        if (!years.has(year)) await load(year);
        if (mine !== turn) return;
        show(query);
      }
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
