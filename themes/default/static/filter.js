// The checklist's filter: shows the items of a status, sub-indicator and responsible unit, and
// keeps the choice in the address, so that it can be sent to someone.

const form = document.querySelector('form.filter');
const { status, sub, unit } = form;
const said = form.querySelector('[role="status"]');

function filter() {
  let found = 0;
  for (const section of document.querySelectorAll('[data-sub]')) {
    let shown = 0;
    for (const row of section.querySelectorAll('[data-units]')) {
      const units = JSON.parse(row.dataset.units);
      const fits = (!status.value || row.querySelector('a').dataset.oitStatus === status.value)
        && (!sub.value || section.dataset.sub === sub.value)
        && (!unit.value || units.includes(JSON.parse(unit.value)));
      row.hidden = !fits;
      shown += fits;
    }
    section.hidden = !shown;
    found += shown;
  }
  said.textContent = said.dataset.found.replace('#', found);
}

const given = new URLSearchParams(location.search);
for (const field of [status, sub, unit]) field.value = given.get(field.name) ?? '';
form.hidden = false;
filter();
// Who was sent a choice sees what was chosen, not the top of the page.
if (given.size && !location.hash) form.scrollIntoView();
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
  filter();
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, '', chosen.length ? '?' + new URLSearchParams(chosen) : location.pathname);
});
