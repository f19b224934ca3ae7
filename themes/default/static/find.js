// On every page: a number typed into the search field leads straight to its item. What reads numbers is fetched when
// somebody turns to the field.
const form = document.querySelector('form.find');
const numbers = () => import('./numbers.js');
form?.addEventListener('focusin', numbers, { once: true });
// On the document, so that the search page, which answers by itself, is asked first.
document.addEventListener('submit', async (event) => {
  if (event.target !== form) return;
  const isAnswered = event.defaultPrevented;
  event.preventDefault();
  const address = await numbers().then((read) => read.leadsTo(form), () => {});
  if (address) location.assign(address);
  else if (!isAnswered) form.submit();
});
