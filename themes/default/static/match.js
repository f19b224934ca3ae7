// What a query finds in the entries of the index, best first.

import { noWords, read } from './words.js';
import { exact, match, prepare } from './hits.js';
import { all, marks, plain, union, yearPoints } from './rank.js';
import { inPieces, near } from './meant.js';
import { misspelt, toneless } from './near.js';

export { prepare };

// Which share of a query is most of it.
const MOST = 0.6;
// The same of one long word where a piece of it stands nowhere at all.
const HALF = 0.5;
// So few hits that what may have been meant is worth showing too.
const FEW = 3;
// A word too short to be taken for another where it is found as it is.
const SHORT = 5;
// The same for a letter instead of a tone.
const LONG = 8;

// Entries that have most of what was asked, by letters; first those that have the rarest of it.
function some(entries, asked, words) {
  const size = words.reduce((sum, { text }) => sum + text.length, 0);
  const hits = words.map((word) => new Map(entries.flatMap((entry) => {
    const found = match(entry, [word], exact);
    return found && !found.odd ? [[entry, found]] : [];
  })));
  const isKnown = asked.words.length > 1 || hits.every(({ size }) => size);
  return entries.flatMap((entry) => {
    const has = words.map((word, at) => ({ word, found: hits[at].get(entry), rare: Math.log2(1 + entries.length / hits[at].size) }))
      .filter(({ found }) => found);
    const letters = has.reduce((sum, { word }) => sum + word.text.length, 0);
    const points = has.reduce((sum, { rare, found }) => sum + rare * (1 + found.points / 60), 0);
    return letters / size < (isKnown ? MOST : HALF) || yearPoints(entry, asked.year) === undefined ? [] : [{ ...has[0].found, points }];
  }).sort((a, b) => b.points - a.points);
}

// The entries that have every word; then what may have been meant; then words that stand apart, or most of them.
export function search(entries, query, words = noWords) {
  const asked = read(query, words);
  asked.isNumber = asked.number && !asked.hasWords;
  if (!asked.words.length) return { kind: 'found', found: [] };
  const exactly = all(entries, asked, asked.words, exact).map((one) => ({ ...one, marks: marks(asked.words) }));
  const well = exactly.filter(({ odd }) => !odd);
  const proper = well.length ? well : exactly;
  const isFull = proper.some(({ isLess }) => !isLess);
  const found = proper.filter(({ isLess }) => !isLess || !isFull);
  const kind = found.every(({ isApart }) => isApart) ? 'apart' : 'found';
  const isEnough = kind === 'found' && found.length >= FEW || asked.isNumber && found.length;
  if (isEnough) return { kind, found };
  const isShorter = (than) => asked.words.every(({ text }) => text.length < than);
  const tones = found.length && isShorter(SHORT) ? [] : near(entries, asked, words, toneless);
  const isSure = kind === 'found' && found.length && isShorter(LONG);
  const rough = isSure ? [] : near(entries, asked, words, misspelt);
  // A word with another letter says more than its pieces do.
  const isMeant = kind === 'apart' && tones.length + rough.length > 0;
  const both = isMeant ? union(tones, rough, found.map((one) => ({ ...one, isNear: true }))) : union(found, tones, rough);
  if (both.length) return { kind: isMeant || !found.length ? 'loose' : kind, found: both };
  const meant = inPieces(entries, asked);
  if (meant.length) return { kind: 'loose', found: meant };
  const singles = asked.words.flatMap((word) => word.parts.length ? word.parts.map(plain) : [word]);
  const apart = all(entries, asked, singles, exact).map((one) => ({ ...one, isApart: true, marks: marks(singles) }));
  if (apart.length) return { kind: 'apart', found: apart };
  return { kind: 'some', found: some(entries, asked, singles).map((one) => ({ ...one, marks: marks(singles) })) };
}
