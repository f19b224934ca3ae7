// How well an entry of the index has the words of a query.

import { fold } from './normalise.js';
import { isBroken, pieces } from './words.js';

// What a hit is worth in each text of an entry. A title outweighs all others together, which have MOST_OTHERS at most.
const WORTH = { title: 30, lead: 12, headings: 6, files: 5, summary: 6, components: 4, body: 4 };
const MOST_OTHERS = 15;
const ALL_IN_TITLE = 10;
const APART = 0.6;
// Letters between words that belong together.
const GAP = 24;

// An entry of the index, ready to be searched.
export const prepare = (entry) => ({ ...entry, texts: Object.keys(WORTH).flatMap((name) =>
  [entry[name] ?? []].flat().map((text) => ({ name, text, folded: fold(text) }))) });

// A phrase that short is looked at for standing inside another word.
const SHORT = 5;
// Places of a phrase that are looked at.
const MOST_PLACES = 8;

const isLetter = (sign) => /[a-z0-9ก-๎]/.test(sign ?? ' ');

// Whether the rest of a word is words too; beside a very short one it must be as long as a word at least.
const isWords = (rest, length) => !/^[ก-ฮ][เ-ไ]/.test(rest) && !pieces(rest).some(isBroken) && (length > 2 || rest.length > 2);

// Whether it is only the beginning, middle or end of a word: หมา in หมายเลข, ยา in ทรัพยากร, but not ไฟ in ไฟฟ้า.
function isInside(text, at, length) {
  const [first, last] = [text[at], text[at + length - 1]];
  const [before, after] = [text[at - 1] ?? ' ', text[at + length] ?? ' '];
  if (/\d\d/.test(before + first) || /\d\d/.test(last + after) || /[a-z]{2}/.test(before + first)) return true;
  if (/[a-z]{2}/.test(last + after) && length < 4) return true;
  if (length > SHORT || !/[ก-๎]/.test(first) || !isLetter(before) && !isLetter(after)) return false;
  const end = text.indexOf(' ', at + length);
  let from = text.lastIndexOf(' ', at) + 1;
  for (const piece of pieces(text.slice(from, end < 0 ? undefined : end))) {
    const to = from + piece.length;
    const head = text.slice(from, Math.max(from, at));
    const tail = text.slice(Math.min(to, at + length), to);
    const isCut = head && at < to;
    const isShort = tail && at + length > from;
    if (isCut && isShort || [isCut && head, isShort && tail].some((rest) => rest && !isWords(rest, length))) return true;
    from = to;
  }
  return false;
}

// The places of a phrase or a pattern, from one on: as many as matter.
function placesOf(text, phrase, from = 0) {
  if (phrase instanceof RegExp) {
    const finds = [...text.slice(from).matchAll(phrase)].slice(0, MOST_PLACES);
    return finds.map(({ index, 0: { length } }) => ({ at: index + from, length }));
  }
  const out = [];
  for (let at = text.indexOf(phrase, from); at >= 0 && out.length < MOST_PLACES; at = text.indexOf(phrase, at + phrase.length)) {
    out.push({ at, length: phrase.length, isInside: isInside(text, at, phrase.length) });
  }
  return out;
}

const better = (one, other) => !one || other && other.worth > one.worth ? other : one;

// How well a text has a phrase: more where it begins with it, is set off by it, or says it often.
function phraseIn({ folded, name }, phrase, worth) {
  const places = placesOf(folded, phrase).map(({ at, length, isInside }) => {
    const isAlone = !isLetter(folded[at - 1]) && !isLetter(folded[at + length]);
    return { at, length, odd: isInside, worth: worth * (isInside ? 0.1 : isAlone ? 1.5 : at === 0 && name !== 'body' ? 1.2 : 1) };
  });
  const best = places.reduce(better, undefined);
  const often = 1 + Math.log2(places.length || 1) / 8;
  return best && { ...best, worth: best.worth * often * (1 + best.length / folded.length / 4) };
}

// The parts of a word in a text, near each other and one after the other, from one on.
function partsFrom(folded, parts, start) {
  let from = start;
  let worth = APART;
  for (const part of parts) {
    const found = part.flatMap(({ text, worth }) => {
      const place = placesOf(folded, text, from).find(({ isInside }) => !isInside);
      return !place || from > start && place.at - from > GAP ? [] : [{ ...place, worth }];
    }).sort((a, b) => a.at - b.at)[0];
    if (!found) return undefined;
    worth = Math.min(worth, APART * found.worth);
    from = found.at + found.length;
  }
  return { at: start, length: from - start, worth, isApart: true, isLess: parts.length < 2 };
}

function partsIn({ folded }, parts) {
  const isThere = (text) => text instanceof RegExp || folded.includes(text);
  if (!parts.every((part) => part.some(({ text }) => isThere(text)))) return undefined;
  const starts = parts[0].flatMap(({ text }) => placesOf(folded, text).filter(({ isInside }) => !isInside));
  return starts.map(({ at }) => partsFrom(folded, parts, at)).reduce(better, undefined);
}

// As it was typed or is said otherwise, else its parts near each other.
export function exact(text, word) {
  let best;
  for (const { text: phrase, worth } of word.phrases) best = better(best, phraseIn(text, phrase, worth));
  if (!best && word.parts.length) best = partsIn(text, word.parts);
  return best;
}

// An entry that has every word, with its points and the best hit outside its title.
export function match(entry, words, find) {
  let titles = 0;
  let others = 0;
  let isTitled = words.length > 1;
  let hit;
  const flags = {};
  for (const word of words) {
    const hits = entry.texts.flatMap((text) => {
      const found = find(text, word);
      return found ? [{ ...text, ...found }] : [];
    });
    if (!hits.length) return undefined;
    for (const flag of ['odd', 'isApart', 'isLess', 'isNear']) flags[flag] ||= hits.every((one) => one[flag]);
    const worth = (name) => Math.max(0, ...hits.filter((one) => one.name === name).map((one) => one.worth));
    const inTitle = WORTH.title * Math.max(worth('title'), 0.8 * worth('lead'));
    isTitled &&= inTitle > 0;
    titles += inTitle;
    for (const name of Object.keys(WORTH).slice(1)) others += WORTH[name] * worth(name);
    for (const one of hits.filter(({ name }) => name !== 'title')) {
      if (!hit || WORTH[one.name] * one.worth > WORTH[hit.name] * hit.worth) hit = one;
    }
  }
  others /= words.length;
  return { entry, ...flags, hit, points: titles / words.length + (isTitled ? ALL_IN_TITLE : 0) + MOST_OTHERS * others / (others + MOST_OTHERS) };
}
