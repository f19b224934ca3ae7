// The search page: results as one types, the index loaded when it is needed.

import { prepare, search } from './match.js';
import { fold } from './normalise.js';
import { filesFor, lexicon, pieces, yearsFor } from './words.js';

const MOST = 100;
// Other years are loaded for a count only where so little was found.
const LITTLE = 5;

function element(name, className, ...inside) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
}

// A text with what was found in <mark>.
function marked(text, sources = []) {
  const out = [];
  let from = 0;
  const finds = sources.length ? fold(text).matchAll(RegExp(sources.join('|'), 'g')) : [];
  for (const { 0: found, index } of finds) {
    out.push(text.slice(from, index), element('mark', '', text.slice(index, from = index + found.length)));
  }
  return [...out, text.slice(from)];
}

// What stands around a place of a text, in whole words.
function around(text, at) {
  const before = text.slice(0, at).lastIndexOf(' ', at - 20) + 1;
  const start = at < 60 ? 0 : Math.max(before, at - 60);
  const piece = text.slice(start, start + 160);
  // No mark without its letter.
  const whole = piece.length < 160 ? piece : pieces(piece).slice(0, -1).join('') + '…';
  return (start ? '…' : '') + whole.replace(/^[\u0e31-\u0e3a\u0e47-\u0e4e]+/, '');
}

function start(form, page) {
  const [status, list] = ['[role=status]', 'ol'].map((one) => page.querySelector(one));
  const [help, elsewhere] = ['.help', '.elsewhere'].map((one) => page.querySelector(one) ?? document.createElement('div'));
  const say = page.dataset;
  const { q, year, sub, filters } = form;
  const parts = new Map();
  const items = new Map();
  const said = new Map();
  let index, words, turn = 0;

  const json = async (address) => (await fetch(address)).json();
  const years = () => yearsFor(q.value, year.value, Object.keys(index));
  const entriesOf = (years) => years.flatMap((one) => index[one]).flatMap((part) => parts.get(part) ?? []);
  const isWanted = ({ year, of }) => !sub.value || sub.value === `${year}/${of?.sub}`;

  // Items stand before all further documents.
  async function load(year, part) {
    const entries = await json(part);
    for (const entry of entries) if (entry.sub) items.set(year + entry.item, entry);
    parts.set(part, entries.map((entry) => prepare({ ...entry, year, of: items.get(year + entry.item) })));
  }

  function row({ entry, hit, marks, isNear }) {
    const label = entry.item.toUpperCase();
    const link = element('a', '', element('span', 'label', label), ' ',
      element('span', '', element('span', 'what', ...marked(entry.title, marks)), ' ',
        element('span', 'year', entry.year ? say.short + entry.year : say.page ?? '')));
    link.href = entry.url;
    const near = isNear ? [element('strong', 'near', say.near)] : [];
    const where = !entry.of || entry.sub ? '' : `${label} ${entry.of.title}`;
    const { name, text, at } = hit ?? { at: 0, ...entry.texts.find(({ name }) => name !== 'title' && say[name]) };
    const piece = text && around(text, at);
    return element('li', '', link, near.length || where ? element('p', 'note', ...near, where) : '',
      text ? element('p', '', `${say[name]}: `, ...marked(piece, marks)) : '');
  }

  function show(query, more) {
    const { kind, found } = search(entriesOf(years()).filter(isWanted), query, words);
    const { length } = found;
    const told = say[length > MOST ? 'many' : length ? kind : 'none'];
    status.textContent = more ? say.wait : told.replace('#', length).replace('*', () => query);
    help.hidden = more || length > 0;
    list.replaceChildren(...found.slice(0, MOST).map(row));
    return length;
  }

  // What other years have of it: counted where little was found, else a way to look there, which loads nothing.
  async function lookElsewhere(query, mine, shown) {
    const looked = years();
    for (const other of Object.keys(index).reverse().filter((one) => one && !looked.includes(one))) {
      const missing = index[other].filter((part) => !parts.has(part));
      let told = say.also;
      if (!missing.length || shown < LITTLE && !navigator.connection?.saveData) {
        for (const part of missing) await load(other, part);
        const { kind, found } = search(entriesOf([other]), query, words);
        const { length } = found.filter(({ isNear }) => !shown || !isNear && kind !== 'some');
        told = length && say.elsewhere.replace('#', length);
      }
      if (mine !== turn) return;
      const link = element('a', '', told ? told.replace('*', other) : '');
      link.href = '?' + new URLSearchParams({ q: query, year: other });
      if (told) elsewhere.append(...elsewhere.childNodes.length ? [' · '] : [], link);
    }
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
      const files = filesFor(query).filter((file) => !said.has(file));
      for (const file of files) said.set(file, await json(new URL(file, import.meta.url)));
      if (files.length) words = lexicon(...said.values());
      index ??= (await json('index.json')).years;
      const wanted = years().flatMap((year) => index[year].map((part) => [year, part]));
      // Part after part; what is there is shown at once.
      for (const [year, part] of wanted.filter(([, part]) => !parts.has(part))) {
        show(query, true);
        await load(year, part);
        if (mine !== turn) return;
      }
      const shown = show(query);
      elsewhere.replaceChildren();
      if (say.elsewhere) await lookElsewhere(query, mine, shown);
    } catch {
      status.textContent = say.broken;
    }
  }

  const given = new URLSearchParams(location.search);
  for (const field of [q, year, sub]) {
    const before = field.value;
    field.value = given.get(field.name) ?? before;
    if (field.selectedIndex < 0) field.value = before;
  }
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
