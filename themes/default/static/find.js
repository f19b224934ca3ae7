// On every page: what reads numbers is fetched when somebody turns to the search field, which leads to the search
// page without it.
document.querySelector('form.find')?.addEventListener('focusin', () => import('./numbers.js'), { once: true });
