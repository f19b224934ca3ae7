// What may have been meant: a tone left out or mistaken, or one letter wrong, lost, added or swapped.

const TONES = '[\u0e48-\u0e4b]';
const SHORTEST = 4;

export const escape = (text) => text.replace(/[!-/?[-^{-~]/g, '\\$&');
const letters = (word) => [...word.replace(RegExp(TONES, 'g'), '')];
const spell = (all) => all.map(escape).join(`${TONES}*`);

// The word whatever its tones; no mark that follows belongs to its last letter.
export const toneless = (word) => letters(word).length ? RegExp(`${spell(letters(word))}${TONES}*`, 'g') : undefined;

// The word with one letter otherwise; not one that is too short to be told from others.
export function misspelt(word) {
  const all = letters(word);
  if (all.length < SHORTEST) return undefined;
  const from = (at) => {
    if (at >= all.length) return '';
    const rest = (next) => spell(all.slice(next));
    const [here, next] = all.slice(at, at + 2);
    const wrong = [`[^ ]${TONES}*${rest(at + 1)}`, `[^ ]${TONES}*${rest(at)}`];
    // The last letter is not simply left out: what is left would be any word that begins so.
    if (at + 1 < all.length) wrong.push(rest(at + 1), spell([next, here, ...all.slice(at + 2)]));
    return `(?:${escape(here)}${TONES}*${from(at + 1)}|${wrong.join('|')})`;
  };
  return RegExp(`${from(0)}${TONES}*(?![ะ-ฺ็-๎])`, 'g');
}

// Where a text has what may have been meant.
export function byPattern(text, pattern) {
  if (!pattern) return undefined;
  pattern.lastIndex = 0;
  const found = pattern.exec(text.folded);
  return found && { at: found.index, length: found[0].length, worth: found.index ? 1 : 1.2 };
}
