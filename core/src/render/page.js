// The page works without this: it only keeps the document's language right, and filters the long table.
(() => {
  const root = document.documentElement;
  const vi = document.getElementById('lang-vi');
  const en = document.getElementById('lang-en');
  const speak = () => { root.lang = en.checked ? 'en' : 'vi'; };
  vi.addEventListener('change', speak);
  en.addEventListener('change', speak);
  if (location.hash === '#en') { en.checked = true; }
  speak();
  for (const field of document.querySelectorAll('.filter')) {
    const rows = [...field.parentElement.querySelectorAll('tbody tr')];
    field.hidden = false;
    field.addEventListener('input', () => {
      const wanted = field.value.trim().toLowerCase();
      for (const row of rows) { row.hidden = !row.textContent.toLowerCase().includes(wanted); }
    });
  }
})();
