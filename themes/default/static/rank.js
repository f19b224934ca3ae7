// The entries that have all words of a query, best first.

import { match } from './hits.js';

export const escape = (text) => text.replace(/[!-/?[-^{-~]/g, '\\$&');

// What a page says of the year asked for: pages of that year before those that only name it.
export function yearPoints(entry, year) {
  if (!year) return 0;
  const names = (text) => text.folded.includes(year);
  if (entry.year === year || entry.texts.some((text) => /title|lead/.test(text.name) && names(text))) return 20;
  return entry.texts.some(names) ? 5 : undefined;
}

function isAskedFor({ number }, { year, item, sub, of }) {
  return number && (number.year ?? year) == year && (number.item ? number.item === item : number.sub === (sub ?? of?.sub));
}

// Words that stand together in a title as they were typed.
const together = ({ texts }, { whole, words }) => words.length > 1
  && texts.some(({ name, folded }) => /title|lead/.test(name) && folded.includes(whole)) ? 10 : 0;

// The item asked for by number stands first, then what has the words in it, then all others that have them.
export function all(entries, asked, words, find) {
  return entries.flatMap((entry) => {
    const isAsked = isAskedFor(asked, entry);
    if (isAsked && entry.sub && asked.isNumber) return [{ entry, points: 1000 }];
    const found = match(entry, words, find);
    const more = asked.isNumber ? 0 : yearPoints(entry, asked.year);
    if (found && (isAsked || more !== undefined)) {
      return [{ ...found, points: found.points + (isAsked ? 100 : more) + together(entry, asked) }];
    }
    return isAsked && entry.sub ? [{ entry, points: 60 }] : [];
  }).sort((a, b) => b.points - a.points);
}

// A word that is said in these ways only.
export const plain = (phrases) => ({ text: phrases[0]?.text, phrases, parts: [] });

// What is marked in the results, as patterns.
export const marks = (words) => words.flatMap(({ phrases, parts }) => [...phrases, ...parts.flat()])
  .map(({ text }) => text.source ?? escape(text)).sort((a, b) => b.length - a.length);

// Lists one after the other, each entry where it stands first.
export function union(...lists) {
  const seen = new Set();
  return lists.flat().filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
