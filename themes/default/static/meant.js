// What may have been meant by a query in which something is misspelt.

import { pieces } from './words.js';
import { exact } from './hits.js';
import { all, marks, plain, union } from './rank.js';
import { byPattern, misspelt } from './near.js';

// Beginnings and ends that are tried.
const MOST = 4;

// What words may have been meant to be: others in the texts, or words that the file of words knows.
export function near(entries, asked, { others }, meant) {
  const guesses = new Map(asked.words.map((word) => {
    const pattern = meant(word.text);
    const whole = pattern && RegExp(`^(?:${pattern.source})$`);
    const known = pattern ? [...others].filter(([key]) => whole.test(key)).flatMap(([, more]) => more) : [];
    return [word, { pattern, ...plain(known.map((text) => ({ text, worth: 1 }))) }];
  }));
  const find = (text, word) => {
    const found = exact(text, word);
    const guess = guesses.get(word);
    const other = found && !found.odd ? undefined : byPattern(text, guess.pattern) ?? exact(text, guess);
    return other ? { ...other, worth: other.worth / 2, isNear: true } : found;
  };
  const found = all(entries, asked, asked.words, find).filter(({ isNear }) => isNear);
  const guessed = [...guesses.values()];
  const sources = [...guessed.flatMap(({ pattern }) => pattern?.source ?? []), ...marks(guessed), ...marks(asked.words)];
  return found.map((one) => ({ ...one, isNear: true, marks: sources }));
}

// The beginnings of a word, longest first, that are words which the texts have; nothing is one too.
function beginnings(text, isKnown, isEnd) {
  const cut = (at) => isEnd ? text.slice(at) : text.slice(0, at);
  const places = [...text].map((_, at) => at).filter((at) => at && !/[ะ-ฺ็-๎]/.test(text[at]));
  const isWhole = (part) => { const all = pieces(part); return all.every((one) => one.length > 2) && all.every(isKnown); };
  return [...places.map(cut).filter(isWhole).sort((a, b) => b.length - a.length).slice(0, MOST), ''];
}

// The longest word with its middle as it may have been meant, and what is right before and after it nearby.
export function inPieces(entries, asked) {
  const [{ text }, ...more] = [...asked.words].sort((a, b) => b.text.length - a.text.length);
  const known = new Map();
  const isKnown = (piece) => {
    if (!known.has(piece)) known.set(piece, entries.some(({ texts }) => texts.some(({ folded }) => folded.includes(piece))));
    return known.get(piece);
  };
  const found = beginnings(text, isKnown).flatMap((before) => beginnings(text, isKnown, true).flatMap((after) => {
    const pattern = misspelt(text.slice(before.length, text.length - after.length));
    if (!pattern || !before && !after) return [];
    const parts = [...pieces(before), pattern, ...pieces(after)].map((text) => [{ text, worth: 1 }]);
    const words = [{ text, phrases: [], parts }, ...more];
    return all(entries, asked, words, exact).map((one) => ({ ...one, isNear: true, marks: marks(words) }));
  }));
  return union(found.sort((a, b) => b.points - a.points));
}
