// Pieces of a text as results show them.

import { fold } from './normalise.js';
import { pieces } from './words.js';

export function element(name, className, ...inside) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
}

// A text with what was found in <mark>.
export function marked(text, sources = []) {
  const out = [];
  let from = 0;
  const finds = sources.length ? fold(text).matchAll(RegExp(sources.join('|'), 'g')) : [];
  for (const { 0: found, index } of finds) {
    out.push(text.slice(from, index), element('mark', '', text.slice(index, from = index + found.length)));
  }
  return [...out, text.slice(from)];
}

// What stands around a place of a text, in whole words.
export function around(text, at) {
  const before = text.slice(0, at).lastIndexOf(' ', at - 20) + 1;
  const start = at < 60 ? 0 : Math.max(before, at - 60);
  const piece = text.slice(start, start + 160);
  // No mark without its letter.
  const whole = piece.length < 160 ? piece : pieces(piece).slice(0, -1).join('') + '…';
  return (start ? '…' : '') + whole.replace(/^[\u0e31-\u0e3a\u0e47-\u0e4e]+/, '');
}
