// Where a phrase stands in a text: whether it is set off, and whether it is a word there at all.

import { isBroken, pieces } from './words.js';

// A phrase that short is looked at for standing inside another word.
const SHORT = 5;
const MOST = 8;

export const isLetter = (sign) => /[a-z0-9ก-๎]/.test(sign ?? ' ');

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
export function placesOf(text, phrase, from = 0) {
  if (phrase instanceof RegExp) {
    const finds = [...text.slice(from).matchAll(phrase)].slice(0, MOST);
    return finds.map(({ index, 0: { length } }) => ({ at: index + from, length }));
  }
  const out = [];
  for (let at = text.indexOf(phrase, from); at >= 0 && out.length < MOST; at = text.indexOf(phrase, at + phrase.length)) {
    out.push({ at, length: phrase.length, isInside: isInside(text, at, phrase.length) });
  }
  return out;
}
