// The search page: results as one types, the index loaded when it is needed.

import { around, element, marked } from './excerpt.js';
import { prepare, search } from './match.js';
import { lexicon, yearsFor } from './words.js';

const MOST = 100;
// Years that come in more than one part are looked through for a count only where so little was found.
const LITTLE = 5;

function start(form, page) {
  const [status, list] = ['[role=status]', 'ol'].map((one) => page.querySelector(one));
  const [help, elsewhere] = ['.help', '.elsewhere'].map((one) => page.querySelector(one) ?? document.createElement('div'));
  const say = page.dataset;
  const { q, year, sub, filters } = form;
  const parts = new Map();
  const items = new Map();
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
    const said = say[length > MOST ? 'many' : length ? kind : 'none'];
    status.textContent = more ? say.wait : said.replace('#', length).replace('*', () => query);
    help.hidden = more || length > 0;
    list.replaceChildren(...found.slice(0, MOST).map(row));
    return length;
  }

  // What other years have of it, counted when the results are already shown.
  async function count(query, mine, shown) {
    const looked = years();
    for (const other of Object.keys(index).reverse().filter((one) => one && !looked.includes(one))) {
      const missing = index[other].filter((part) => !parts.has(part));
      if (missing.length > 1 && shown >= LITTLE || missing.length && navigator.connection?.saveData) continue;
      for (const part of missing) await load(other, part);
      if (mine !== turn) return;
      const { kind, found } = search(entriesOf([other]), query, words);
      const { length } = found.filter(({ isNear }) => !shown || !isNear && kind !== 'some');
      const link = element('a', '', say.elsewhere.replace('#', length).replace('*', other));
      link.href = '?' + new URLSearchParams({ q: query, year: other });
      if (length) elsewhere.append(...elsewhere.childNodes.length ? [' · '] : [], link);
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
      words ??= lexicon(await json(new URL('words.json', import.meta.url)));
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
      if (say.elsewhere) await count(query, mine, shown);
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
