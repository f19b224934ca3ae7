// A long list of documents: a search within it, and months that open for who is led to them.

import { normalise } from './normalise.js';

const form = document.querySelector('form.within');
const field = form.querySelector('input');
const said = form.querySelector('[role="status"]');
const months = [...document.querySelectorAll('details.month')];
const documents = months.flatMap((month) => [...month.querySelectorAll('.documents > li')]
  .map((row) => ({ month, row, text: normalise(row.textContent) })));
const openAtFirst = months.map((month) => month.open);

function find() {
  const words = normalise(field.value).split(' ').filter(Boolean);
  const counts = new Map(months.map((month) => [month, 0]));
  let found = 0;
  for (const { month, row, text } of documents) {
    row.hidden = !words.every((word) => text.includes(word));
    counts.set(month, counts.get(month) + !row.hidden);
    found += !row.hidden;
  }
  for (const [at, month] of months.entries()) {
    month.hidden = !counts.get(month);
    month.open = words.length ? !month.hidden : openAtFirst[at];
  }
  said.textContent = words.length ? said.dataset.found.replace('#', found) : '';
}

function openNamed() {
  const named = months.find((month) => month.id === decodeURIComponent(location.hash.slice(1)));
  if (named) named.open = true;
}

form.hidden = false;
form.addEventListener('input', find);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', openNamed);
openNamed();
