// What a query finds in the entries of the index, best first.

import { noWords, read } from './words.js';
import { exact, match, prepare } from './hits.js';
import { all, marks, plain, union, yearPoints } from './rank.js';
import { anyTone, respelt as known } from './meant.js';

export { prepare };

// Which share of a query is most of it; less will do of one word if what is there is rare.
const MOST = 0.6;
const HALF = 0.5;
const RARE = 2;
// So few hits that what may have been meant is worth showing too.
const FEW = 3;
// A word too short to be taken for another tone where it is found as it is.
const SHORT = 5;

// Every piece of a word by itself.
const singly = (words) => words.flatMap((word) => word.parts.length ? word.parts.map(plain) : [word]);

// Entries that have most of what was asked, by letters; first those that have the rarest of it.
function some(entries, asked) {
  const words = singly(asked.words);
  const size = words.reduce((sum, { text }) => sum + text.length, 0);
  const hits = words.map((word) => new Map(entries.flatMap((entry) => {
    const found = match(entry, [word], exact);
    return found && !found.odd ? [[entry, found]] : [];
  })));
  const rare = hits.map((found) => Math.log2(1 + entries.length / found.size));
  return entries.flatMap((entry) => {
    const has = words.map(({ text }, at) => ({ text, found: hits[at].get(entry), rare: rare[at] })).filter(({ found }) => found);
    const share = has.reduce((sum, { text }) => sum + text.length, 0) / size;
    const points = has.reduce((sum, { rare, found }) => sum + rare * (1 + found.points / 60), 0);
    const isMost = share >= MOST || asked.words.length === 1 && share >= HALF && has.every(({ rare }) => rare >= RARE);
    return isMost && yearPoints(entry, asked.year) !== undefined ? [{ ...has[0].found, points, marks: marks(words) }] : [];
  }).sort((a, b) => b.points - a.points);
}

// What has every word, as typed or said otherwise: proper words, and what only stands inside of others. What has less
// than a whole word is left out where there is better.
function properly(entries, asked) {
  const every = all(entries, asked, asked.words, exact).map((one) => ({ ...one, marks: marks(asked.words) }));
  const proper = every.filter(({ odd }) => !odd);
  const whole = proper.filter(({ isLess }) => !isLess);
  return { found: whole.length ? whole : proper, inside: every.filter(({ odd }) => odd) };
}

const nearly = (found) => found.map((one) => ({ ...one, isNear: true }));

// The words in pieces, wherever these stand.
function apart(entries, asked) {
  const singles = singly(asked.words);
  return all(entries, asked, singles, exact).map((one) => ({ ...one, marks: marks(singles) }));
}

function withTones(entries, asked) {
  const words = asked.words.map(anyTone);
  return all(entries, asked, words, exact).filter(({ odd }) => !odd).map((one) => ({ ...one, marks: marks(words) }));
}

// The same with the words of a query that nobody knows spelt as others that are known.
function respelt(entries, asked, words) {
  const meant = known(asked.words.map(({ text }) => text).join(' '), entries, words);
  return meant && { ...asked, whole: meant, words: read(meant, words).words };
}

// The entries that have every word; then those that have them in pieces; then what may have been meant, or most of it.
export function search(entries, query, words = noWords) {
  const asked = read(query, words);
  if (!asked.words.length) return { kind: 'found', found: [] };
  const { found, inside } = properly(entries, asked);
  const isWhole = found.some(({ isApart }) => !isApart);
  if (isWhole && (found.length >= FEW || asked.isNumber)) return { kind: 'found', found };
  const isShorter = found.length && asked.words.every(({ text }) => text.length < SHORT);
  const tones = isShorter ? [] : nearly(withTones(entries, asked));
  if (isWhole) return { kind: 'found', found: union(found, tones) };
  const other = respelt(entries, asked, words);
  const meant = other ? nearly(union(properly(entries, other).found, apart(entries, other))) : [];
  if (tones.length || meant.length) return { kind: 'loose', found: union(tones, meant, nearly(found), nearly(inside)) };
  const pieces = apart(entries, asked);
  const proper = union(found, pieces.filter(({ odd }) => !odd));
  if (proper.length) return { kind: 'apart', found: proper };
  if (inside.length) return { kind: 'loose', found: nearly(inside) };
  if (pieces.length) return { kind: 'apart', found: pieces };
  const most = some(entries, asked);
  if (most.length || !other) return { kind: 'some', found: most };
  return { kind: 'loose', found: nearly(some(entries, other)) };
}
