// The checklist's filter: shows the items of a status, unit, sub-indicator and due day, and keeps the choice in
// the address, so that it can be sent to someone.

const form = document.querySelector('form.filter');
const fields = [...form.querySelectorAll('select')];
const quick = [...form.querySelectorAll('[type=button]')];
const said = form.querySelector('[role="status"]');

/** The fields that a button fills in at once. */
const fieldsOf = (button) => fields.filter((field) => field.name in button.dataset);

const FITS = {
  status: (row, wanted) => {
    const { oitStatus } = row.querySelector('a').dataset;
    return wanted === 'open' ? oitStatus !== 'complete' : oitStatus === wanted;
  },
  unit: (row, wanted) => JSON.parse(row.dataset.units).includes(JSON.parse(wanted)),
  sub: (row, wanted) => row.closest('[data-sub]').dataset.sub === wanted,
  due: (row, wanted) => row.dataset.due.split(' ').includes(wanted),
};

function filter() {
  const asked = fields.filter((field) => field.value);
  let found = 0;
  for (const section of document.querySelectorAll('[data-sub]')) {
    let shown = 0;
    for (const row of section.querySelectorAll('[data-units]')) {
      row.hidden = !asked.every((field) => FITS[field.name](row, field.value));
      shown += !row.hidden;
    }
    section.hidden = !shown;
    found += shown;
  }
  said.textContent = said.dataset.found.replace('#', found);
  for (const button of quick) {
    const chosen = fieldsOf(button).every((field) => field.value === button.dataset[field.name]);
    button.setAttribute('aria-pressed', chosen);
  }
}

function choose() {
  filter();
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, '', chosen.length ? '?' + new URLSearchParams(chosen) : location.pathname);
}

const given = new URLSearchParams(location.search);
for (const field of fields) field.value = given.get(field.name) ?? '';
form.hidden = false;
filter();
// Who was sent a choice sees what was chosen, not the top of the page.
if (given.size && !location.hash) form.scrollIntoView();
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', choose);
// The fields are empty only after the event.
form.addEventListener('reset', () => setTimeout(choose));
for (const button of quick) {
  button.addEventListener('click', () => {
    const pressed = button.getAttribute('aria-pressed') === 'true';
    for (const field of fieldsOf(button)) field.value = pressed ? '' : button.dataset[field.name];
    choose();
  });
}
