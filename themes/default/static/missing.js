// At an address that leads nowhere: offers the item whose number is in it.

import { addressOf, numberInPath } from './numbers.js';

const form = document.querySelector('form.find');
const base = new URL('..', form.action).pathname;
const path = location.pathname.slice(base.length).replace(/(%[0-9a-f]{2})+/gi, decoded);
const number = numberInPath(path);

// Old links are in the Thai letters of Windows, and some are cut off.
function decoded(signs) {
  const bytes = Uint8Array.from(signs.slice(1).split('%'), (sign) => parseInt(sign, 16));
  const text = new TextDecoder().decode(bytes);
  // Every byte wrong: not UTF-8 at all. Else only the end is cut off.
  if (text === '\ufffd'.repeat(bytes.length)) return new TextDecoder('windows-874').decode(bytes);
  return text.replaceAll('\ufffd', '');
}

// The item in the year of the address; or else that number in the year of this page's list.
async function find() {
  const href = addressOf(number, form);
  const listed = [...document.links].find((link) => link.dataset.oitItem && link.href === href);
  if (!listed && href && (await fetch(href, { method: 'HEAD' })).ok) {
    return { href, textContent: number.item.toUpperCase() };
  }
  return listed ?? document.querySelector(`a[data-oit-item="${number.item}"]`);
}

const found = number && await find();
if (found) {
  const offer = document.querySelector('#_offer');
  const [before, after] = offer.dataset.ask.split('*');
  const link = document.createElement('a');
  link.href = found.href;
  link.textContent = `${found.textContent} (${found.href.split('/').at(-3)})`;
  offer.hidden = false;
  offer.append(before, link, after);
}
