// How well the search finds what a person looked for, by the very scripts and the index of a built site:
//   node search-relevance.mjs <folder of the site> <queries with what is relevant> [all]
// The site is the demonstration; `all` also prints every query whose first result is not a relevant one.

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [site, file, all] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const script = (name) => import(pathToFileURL(`${site}/assets/${name}`).href);
const { prepare, search } = await script('match.js');
const { lexicon, yearsFor } = await script('words.js');
const words = lexicon(json(`${site}/assets/words.json`));
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

const { queries } = json(file);
for (const [at, { q, year, kind, relevant }] of queries.entries()) {
  const gone = relevant.filter((address) => !existsSync(`${site}${address}index.html`));
  if (gone.length) throw new Error(`${q}: no page ${gone}`);
  const entries = yearsFor(q, year, Object.keys(index)).flatMap((one) => years[one]);
  const found = search(entries, q, words).found.map(({ entry }) => entry.url);
  const at5 = found.slice(0, 5);
  const hits = {
    first: relevant.includes(found[0]),
    five: at5.some((url) => relevant.includes(url)),
    none: !found.length,
  };
  for (const name of [kind, at % 2 ? 'held back' : 'tuned on', 'all']) count(name, hits);
  if (!hits.five || all && !hits.first) console.error(`${at % 2 ? 'held' : 'tune'} ${kind} ${q}: ${at5.join(' ')}`);
}

for (const [name, { queries, first, five, none }] of tables) {
  console.log(`${name}: ${queries} queries, hit@1 ${(first / queries).toFixed(3)}, hit@5 ${(five / queries).toFixed(3)}, ${none} without`);
}
