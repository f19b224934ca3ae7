// How well the search finds what a person looked for, by the very scripts and the index of a built site:
//   node search-relevance.mjs <folder of the site> <queries with what is relevant> [all]
// The site is the demonstration; `all` also prints every query whose first result is not a relevant one.

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [site, file, all] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const script = (name) => import(pathToFileURL(`${site}/assets/${name}`).href);
const { prepare, search } = await script('match.js');
const { filesFor, lexicon, yearsFor } = await script('words.js');
const wordsFor = (query) => lexicon(...filesFor(query).map((name) => json(`${site}/assets/${name}`)));
const index = json(`${site}/search/index.json`).years;

const items = new Map();
const years = Object.fromEntries(Object.entries(index).map(([year, parts]) => {
  const entries = parts.flatMap((part) => json(site + part));
  for (const entry of entries) if (entry.sub) items.set(year + entry.item, entry);
  return [year, entries.map((entry) => prepare({ ...entry, year, of: items.get(year + entry.item) }))];
}));

const tables = new Map();
const count = (name, hits) => {
  const row = tables.get(name) ?? { queries: 0, first: 0, five: 0, none: 0 };
  row.queries += 1;
  for (const key in hits) row[key] += hits[key];
  tables.set(name, row);
};

// What people write for each other in Thai, and slips of the finger; each query has one of them, in turn.
const SLIPS = [['ร', 'ล'], ['ล', 'ร'], [/[่-๋]/, ''], ['น', 'ณ'], ['ส', 'ศ'], [/[ศษ]/, 'ส'], [/[ก-ฮ][ิุ]?์/, ''], ['์', ''],
  ['ใ', 'ไ'], ['ด', 'ฎ'], ['ทร', 'ซ'], ['ณ', 'น'], ['ธ', 'ท'], ['ี', 'ิ'], ['ะ', ''], ['รร', 'ัน'], [/้/, '่'],
  [/^(....)(.)/, '$1$2$2'], [/^(.....)./, '$1'], [/^(....)([ก-ฮ])([ก-ฮ])/, '$1$3$2']];
const slipped = (q, at) => SLIPS.map((_, by) => q.replace(...SLIPS[(at + by) % SLIPS.length])).find((wrong) => wrong !== q);

function look({ q, year, relevant }) {
  const entries = yearsFor(q, year, Object.keys(index)).flatMap((one) => years[one]);
  const found = search(entries, q, wordsFor(q)).found.map(({ entry }) => entry.url);
  const at5 = found.slice(0, 5);
  const hits = {
    first: relevant.includes(found[0]),
    five: at5.some((url) => relevant.includes(url)),
    none: !found.length,
  };
  return { at5, hits };
}

const { queries } = json(file);
for (const [at, query] of queries.entries()) {
  const { q, kind, relevant } = query;
  const gone = relevant.filter((address) => !existsSync(`${site}${address}index.html`));
  if (gone.length) throw new Error(`${q}: no page ${gone}`);
  const { at5, hits } = look(query);
  for (const name of [kind, at % 2 ? 'held back' : 'tuned on', 'all']) count(name, hits);
  if (/^[ก-๎ ]{7,}$/.test(q) && kind !== 'misspelt') count('slipped', look({ ...query, q: slipped(q, at) }).hits);
  if (!hits.five || all && !hits.first) console.error(`${at % 2 ? 'held' : 'tune'} ${kind} ${q}: ${at5.join(' ')}`);
}

for (const [name, { queries, first, five, none }] of tables) {
  console.log(`${name}: ${queries} queries, hit@1 ${(first / queries).toFixed(3)}, hit@5 ${(five / queries).toFixed(3)}, ${none} without`);
}
