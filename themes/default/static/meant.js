// What may have been meant by a query: its words with other tones, or known words in place of those that nobody knows.

import { escape } from './rank.js';
import { pieces } from './words.js';

const TONES = '[\u0e48-\u0e4b]';

// A word as it is, and with a tone left out or mistaken.
export function anyTone({ text, phrases }) {
  const letters = [...text.replace(RegExp(TONES, 'g'), '')].map(escape);
  const other = /[ก-ฮ]/.test(text) ? [{ text: RegExp(letters.join(`${TONES}*`) + `${TONES}*`, 'g'), worth: 0.5 }] : [];
  return { text, phrases: [...phrases, ...other], parts: [] };
}

// Letters that are said alike, and what is not said.
const SOUNDS = [[/รร/g, 'ั'], [/โทร/g, 'โทล'], [/ทร|[ซศษ]/g, 'ส'], [/[่-๋ะ็]|[ก-ฮ][ิุ]?์/g, ''], [/ำ/g, 'ัม']];
const ALIKE = new Map([...'ณนฎดฏตธทฑทฒทฐถภพฆคญยฬลรลใไีิืึูุ'].map((sign, at, all) => [sign, all[at + 1]]).filter((_, at) => at % 2 === 0));
// How long a word is, of the texts and of a query.
const [SHORTEST, LONGEST] = [3, 24];
// From how many letters on a word may be told by its sound, and by all of its letters but one.
const [SOUNDED, SPELT] = [2, 4];
// What a word costs as it is, and by its sound; a letter of no word costs 1.
const [KNOWN, SOUNDS_LIKE] = [0.5, 0.8];
const misspelt = (length) => 1 + 2 / length;

const sound = (text) => [...SOUNDS.reduce((so, [from, to]) => so.replace(from, to), text)].map((sign) => ALIKE.get(sign) ?? sign).join('');
const shorter = (text) => [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1));

const spoken = new WeakMap();

// The words of an entry.
function wordsOf(entry) {
  if (!spoken.has(entry)) spoken.set(entry, new Set(entry.texts.flatMap(({ folded }) => pieces(folded))));
  return spoken.get(entry);
}

// What is known, by letters, by sound, and by sound less one letter; a word that more texts have goes first.
function dictionary(entries, { others, small }) {
  const often = new Map([...small, ...[...others].flat(2)].map((word) => [word, 1]));
  const spoken = entries.flatMap((entry) => [...wordsOf(entry)]);
  for (const word of spoken) if (word.length > 1) often.set(word, (often.get(word) ?? 0) + 1);
  const words = [...often.keys()].sort((a, b) => often.get(b) - often.get(a));
  const [sounds, rests] = [new Map(), new Map()];
  const add = (to, key, word) => to.has(key) || to.set(key, word);
  for (const word of words) {
    if (word.length < SHORTEST && !others.has(word) && !small.has(word)) continue;
    const said = sound(word);
    add(sounds, said, word);
    if (said.length >= SPELT) for (const rest of shorter(said)) add(rests, rest, word);
  }
  return { words: new Set(words), sounds, rests };
}

// The known word that is nearest to a piece of text, and what it costs.
function nearest(text, { words, sounds, rests }) {
  if (words.has(text)) return [KNOWN, text];
  const said = sound(text);
  if (said.length < SOUNDED) return undefined;
  if (sounds.has(said)) return [SOUNDS_LIKE, sounds.get(said)];
  const more = said.length < SPELT ? [] : shorter(said);
  const meant = said.length < SPELT - 1 ? undefined : rests.get(said) ?? more.map((rest) => sounds.get(rest) ?? rests.get(rest)).find(Boolean);
  return meant && [misspelt(said.length), meant];
}

const isMark = (sign) => /[ะ-ฺ็-๎]/.test(sign ?? ' ');

// A query in known words, as many letters as can be; undefined if that is how it was typed.
export function respelt(query, entries, words) {
  if (query.length < SPELT) return undefined;
  const known = dictionary(entries, words);
  const best = [[0, '']];
  for (let at = 0; at < query.length; at += 1) {
    const [cost, said] = best[at];
    const reach = (to, more, text) => {
      if (!best[to] || cost + more < best[to][0]) best[to] = [cost + more, said + text];
    };
    reach(at + 1, /[a-zก-๎]/.test(query[at]) ? 1 : 0, query[at]);
    for (let to = at + 2; to <= Math.min(query.length, at + LONGEST) && query[to - 1] !== ' '; to += 1) {
      const found = isMark(query[to]) ? undefined : nearest(query.slice(at, to), known);
      if (found) reach(to, ...found);
    }
  }
  const [, meant] = best.at(-1);
  return meant === query ? undefined : meant;
}
