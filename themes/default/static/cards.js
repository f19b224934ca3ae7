// On a phone a row of a dataset is a card: each value gets the name of its column. Without this the table scrolls.
for (const table of document.querySelectorAll('.cards > table')) {
  const names = [...table.tHead.rows[0].cells].map((head) => head.textContent);
  // Rows that a cell from above still covers.
  const covered = names.map(() => 0);
  for (const row of [...table.rows].slice(1)) {
    let column = 0;
    for (const cell of row.cells) {
      while (covered[column] > 0) covered[column++] -= 1;
      cell.dataset.label = names[column] ?? '';
      for (let left = cell.colSpan; left > 0; left -= 1) covered[column++] = cell.rowSpan - 1;
    }
    while (covered[column] > 0) covered[column++] -= 1;
  }
  table.parentElement.classList.add('labelled');
}
