// One spelling for a Thai text, step by step as oit spells the index.

// The marks on a consonant in the order they are written; sara am comes after a tone.
const ORDER = '\u0e3a\u0e38\u0e39\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e\u0e33';
const RUN = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]{2,}/g;

export function normalise(text) {
  return fold(text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ').trim()
    .replace(/เเ/g, 'แ')
    // Sara am torn apart by PDF readers: nothing else in Thai has a space before า.
    .replace(/([ก-ฮ][\u0e48-\u0e4b]*) \u0e4d?[\u0e32\u0e33]/g, '$1\u0e33')
    .replace(/\u0e4d([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)า/g, '$1\u0e33')
    .replace(RUN, (run) => [...new Set(run)].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).join(''))
    .replace(/\u0e4d(?=[\u0e48-\u0e4e]*\u0e33)/g, ''));
}

// Digits and capitals only: lengths stay, so that a place in the folded text is one in the text.
export const fold = (text) => text.replace(/[A-Z๐-๙]/g,
  (sign) => sign < 'a' ? sign.toLowerCase() : String(sign.charCodeAt(0) - 0xe50));
