// Cards by mouse. On a touch screen nothing is dragged: there is the menu.

/** @param on `{drop(number, stage), done()}`; `done` whenever a card is let go. @returns `{busy}` while one is held */
export function dragging(board, on) {
  let held = null;
  let over = null;

  function mark(column) {
    if (over === column) return;
    over?.classList.remove('over');
    over = column;
    over?.classList.add('over');
  }

  board.addEventListener('dragstart', (event) => {
    held = event.target.closest?.('.card');
    if (!held) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', held.dataset.number);
    const card = held;
    requestAnimationFrame(() => card.classList.add('held')); // or the picture under the pointer is pale as well
  });
  board.addEventListener('dragover', (event) => {
    if (!held) return; // a file, or a text from elsewhere
    const column = event.target.closest?.('.column') ?? null;
    mark(column === held.closest('.column') ? null : column);
    if (!over) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  });
  board.addEventListener('drop', (event) => {
    if (!held || !over) return;
    event.preventDefault();
    on.drop(held.dataset.number, over.dataset.stage);
  });
  board.addEventListener('dragend', () => {
    held?.classList.remove('held');
    held = null;
    mark(null);
    on.done();
  });
  return { get busy() { return held !== null; } };
}
