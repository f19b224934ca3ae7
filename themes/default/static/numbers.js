// A number typed into the search field leads straight to its item. Fetched when somebody turns to the field.

import { normalise } from './normalise.js';

// 2565, ปี 2565, ปีงบประมาณ พ.ศ. 2565, ปี 65
const YEAR = '(?:(?:ปี(?:งบประมาณ)? ?)?(?:พ\\.?ศ\\.? ?)?(2[45]\\d\\d)|ปี ?(\\d\\d))';
const NUMBER = '(?:(?:(?:ข้อ|ตัวชี้วัด(?:ย่อย)?)(?:ที่)? ?)?(\\d{1,2}\\.\\d{1,2})|(?:ข้อ(?:ที่)? ?)?(?:oit|o|โอ)?[ .-]?0{0,2}([1-9]\\d{0,2}))';
const FORMS = [RegExp(`^(?:${YEAR}(?: ?/ ?| ))?${NUMBER}$`), RegExp(`^()()${NUMBER}(?: ?/ ?| |(?=ปี))${YEAR}$`)];

// What a number means: { year, item } or { year, sub }, the year where it is given; or nothing.
export function numberIn(text) {
  const found = FORMS.map((form) => normalise(text).match(form)).find(Boolean);
  const [, before, short, sub, item, after, shorter] = found ?? [];
  const year = (before || short || after || shorter)?.padStart(4, '25');
  return item ? { year, item: 'o' + item } : sub && { year, sub };
}

// The same in an address that leads nowhere: /2566/O12, /o012/, /2566/oit12.html, /2565/12/x.pdf.
// A number alone means an item only below a year.
export function numberInPath(path) {
  const steps = normalise(path).split('/');
  const isYear = (step) => /^2[45]\d\d$/.test(step);
  const year = steps.find(isYear);
  for (const [at, step] of steps.entries()) {
    const [, letter, item] = step.match(/^(oit|o|ข้อ)?[ ._-]?0*([1-9]\d{0,2})(?:\.(?:html?|php|aspx?))?$/) ?? [];
    if (item && (letter || isYear(steps[at - 1]))) return { year, item: 'o' + item };
  }
}

// Where it is: the tree of this page has the items of its own year, the footer links the others.
export function addressOf({ year, item, sub }, form) {
  if (!year) return document.querySelector(item ? `a[data-oit-item="${item}"]` : `a[data-oit-sub="${sub}"]`)?.href;
  const home = new URL(`../${year}/`, form.action).href;
  if ([...document.links].some((link) => link.href === home)) return home + (item ? item + '/' : '#i' + sub);
}

// Where what is typed into the search field leads without a search.
export function leadsTo(form) {
  const number = numberIn(form.q.value);
  return number && addressOf(number, form);
}
