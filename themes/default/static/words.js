// What a query asks for: an item, a year, and words with all that says the same.

import { normalise } from './normalise.js';
import { numberIn } from './numbers.js';

const splitter = Intl.Segmenter && new Intl.Segmenter('th', { granularity: 'word' });

// A text in the words of the dictionary; Thai writes no spaces between them.
export const pieces = (text) => splitter ? [...splitter.segment(text)].map((one) => one.segment)
  : text.split(/(\s+)/).filter(Boolean);

// No word: the dictionary did not know what it stands in.
export const isBroken = (piece) => /^[ก-ฮเ-ไ]์?$|^[ะ-ฺ็-๎]/.test(piece);

// What files of words say: `same` are groups, `also` leads one way, `small` may be left out of a query.
export function lexicon(...files) {
  const others = new Map();
  const small = new Set();
  const list = (words) => words.split('|').map(normalise);
  const add = (word, more) => others.set(word, [...new Set([...others.get(word) ?? [], ...more])]);
  for (const { same = [], also = {}, small: more } of files) {
    for (const [words, more] of Object.entries(also)) for (const word of list(words)) add(word, list(more));
    for (const group of same.map(list)) for (const word of group) add(word, group.filter((one) => one !== word));
    if (more) for (const word of list(more)) small.add(word);
  }
  return { others, small, longest: 8 };
}

// The files of words that a query needs.
export const filesFor = (query) => ['words.json', .../[a-z]/i.test(query) ? ['english.json'] : []];

export const noWords = lexicon();

// The pieces of a query, those together that the file of words knows as one.
function units(text, { others, small, longest }) {
  const all = pieces(text);
  const out = [];
  for (let at = 0, end; at < all.length; at = end) {
    for (end = Math.min(all.length, at + longest); end > at + 1; end -= 1) {
      const together = all.slice(at, end).join('');
      if (others.has(together) || small.has(together)) break;
    }
    const unit = all.slice(at, end).join('');
    const more = others.get(unit) ?? others.get(unit.replace(/([a-z]{3})s$/, '$1')) ?? [];
    out.push({ text: unit, more, isSmall: small.has(unit) });
  }
  return out;
}

const SYNONYM = 0.65;
const MOST_PHRASES = 40;

// The ways to say a word: as typed, and with others in place of its units.
function phrases(word) {
  let out = [{ text: '', worth: 1 }];
  for (const { text, more } of word) {
    const ways = [{ text, worth: 1 }, ...more.map((text) => ({ text, worth: SYNONYM }))];
    out = out.flatMap((so) => ways.map((way) => ({ text: so.text + way.text, worth: Math.min(so.worth, way.worth) })));
    out = out.slice(0, MOST_PHRASES);
  }
  return out;
}

// Its units where they may stand apart, each with its other words; none if a unit is no word.
function parts(word) {
  const said = word.filter(({ isSmall }) => !isSmall);
  const isWhole = said.length === word.length && said.length < 2;
  if (isWhole || said.some(({ text }) => isBroken(text))) return [];
  return said.filter(({ text }) => /[a-z0-9ก-๎]/.test(text))
    .map(({ text, more }) => [{ text, worth: 1 }, ...more.map((text) => ({ text, worth: SYNONYM }))]);
}

// A telephone number, which texts and people write with spaces or without.
const PHONE = /(^| )(0(?:[ -]?\d){8,9})(?=$| )/;

function wordsOf(text, words) {
  const phone = text.match(PHONE)?.[2];
  const out = [[]];
  for (const unit of units(phone ? text.replace(phone, ' ') : text, words)) {
    if (unit.text.trim()) out.at(-1).push(unit); else out.push([]);
  }
  const all = out.filter((word) => word.length);
  const said = all.filter((word) => word.some(({ isSmall }) => !isSmall));
  const found = (said.length || phone ? said : all).map((word) => ({
    text: word.map(({ text }) => text).join(''), phrases: phrases(word), parts: parts(word),
  }));
  const number = phone && RegExp(phone.match(/\d/g).join('[ -]?') + '(?!\\d)', 'g');
  return phone ? [...found, { text: phone, phrases: [{ text: number, worth: 1 }], parts: [] }] : found;
}

const YEAR = /(^|[ /])(?:(?:ปี(?:งบประมาณ)? ?)?(?:พ\.?ศ\.? ?)?(2[45]\d\d)|ปี ?([67]\d))(?=$|[ /])/;
// A number among words, which a letter or ข้อ must tell from others.
const ITEM = /(^| )(?:ข้อ(?:ที่)? ?(?:oit|o|โอ)?|oit|o|โอ)[ .-]?0*([1-9]\d?)(?=$|[ /])/;
const SUB = /(^| )(?:(?:ข้อ|ตัวชี้วัด(?:ย่อย)?)(?:ที่)? ?)?(\d{1,2}\.\d{1,2})(?=$|[ /])/;

// { number: { year, item, sub }, year, words }; what is a number is no word, unless there is nothing else.
export function read(query, words = noWords) {
  // A full stop of an abbreviation has the next word stuck to it.
  const whole = normalise(query).replace(/([ก-ฮ]{2,}\.)(?=[ก-ฮเ-ไ])/g, '$1 ');
  const alone = numberIn(query);
  if (alone) return { whole, isNumber: true, number: alone, year: alone.year, words: wordsOf(whole, words) };
  let rest = whole;
  const take = (pattern) => {
    const found = rest.match(pattern)?.slice(2).find(Boolean);
    const left = found && rest.replace(pattern, '$1').replace(/[ /]+/g, ' ').trim();
    if (left) rest = left;
    return left ? found : undefined;
  };
  const year = take(YEAR)?.padStart(4, '25');
  const item = take(ITEM);
  const sub = item ? undefined : take(SUB);
  const number = (item || sub) && { year, item: item && 'o' + item, sub };
  return { whole, number, year, words: wordsOf(rest, words) };
}

// The years to look in, of all that the index has: free pages, which have none, then the newest first. A year in the
// query counts beside the one that was chosen.
export function yearsFor(query, chosen, all) {
  const asked = chosen && read(query).year;
  return [...all].sort().reverse().sort((a, b) => !b - !a)
    .filter((year) => !chosen || !year || year === chosen || year === asked);
}
