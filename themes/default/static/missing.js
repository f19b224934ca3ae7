// At an address that leads nowhere: offers the item whose number is in it.

import { addressOf, numberInPath } from './find.js';

const form = document.querySelector('form.find');
const base = new URL('..', form.action).pathname;
const number = numberInPath(decodeURIComponent(location.pathname).slice(base.length));

// The item in the year of the address; or else that number in the year of this page's list.
async function find() {
  const href = addressOf(number, form);
  const listed = [...document.links].find((link) => link.dataset.oitItem && link.href === href);
  if (listed || !href) return listed ?? document.querySelector(`a[data-oit-item="${number.item}"]`);
  return (await fetch(href, { method: 'HEAD' })).ok
    ? { href, textContent: number.item.toUpperCase() }
    : document.querySelector(`a[data-oit-item="${number.item}"]`);
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
