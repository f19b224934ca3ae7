// What a query finds in the entries of the index.

import { fold, normalise } from './normalise.js';
import { numberIn } from './find.js';

// The texts of an entry with their rank; a title that starts with a word has 1.
const RANKS = { title: 2, lead: 2, headings: 3, files: 4, summary: 4, body: 5 };
const byRank = (a, b) => a.rank - b.rank;

// An entry of the index, ready to be searched.
export const prepare = (entry) => ({ ...entry, texts: Object.keys(RANKS).flatMap((name) =>
  [entry[name] ?? []].flat().map((text) => ({ name, text, folded: fold(text) }))) });

// The entries that have every word, best first. Only if there are none, tone marks do not matter;
// and only then words that were typed as one may stand apart.
export function search(entries, query) {
  const text = normalise(query);
  const words = text.split(' ');
  const apart = Intl.Segmenter ? [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)] : [];
  const number = numberIn(query);
  for (const [kind, list] of [['found', words], ['loose', words],
    ['apart', apart.map((one) => one.segment).filter((word) => word.length > 1)]]) {
    const patterns = list.map((word) => pattern(word, kind === 'loose')).filter(Boolean);
    const found = patterns.length ? entries.flatMap((entry) => match(entry, patterns, number)) : [];
    if (found.length || list !== words) return { kind, patterns, found: found.sort(byRank) };
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
