// The board by keyboard: arrows go from card to card, with Shift they move the card, M opens the menu.

/** @param on `{move(number, step), menu(number, anchor)}`; step: 1 to the next stage, -1 to the one before */
export function walking(board, on) {
  board.addEventListener('keydown', (event) => {
    const card = event.target.closest?.('.card');
    if (!card || event.ctrlKey || event.altKey || event.metaKey) return;
    const { number } = card.dataset;
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'm' || event.key === 'M' || event.key === 'ContextMenu') on.menu(number, card.querySelector('.more'));
    else if (way && event.shiftKey) on.move(number, way);
    else if (way) beside(board, card, way)?.focus();
    else if (event.key === 'ArrowDown') focus(card.nextElementSibling);
    else if (event.key === 'ArrowUp') focus(card.previousElementSibling);
    else if (event.key === 'Home') focus(card.parentElement.firstElementChild);
    else if (event.key === 'End') focus(card.parentElement.lastElementChild);
    else return;
    event.preventDefault();
  });
}

const focus = (card) => card?.querySelector('.who')?.focus();

/** @returns the card at the same height of the next column that has any */
function beside(board, card, way) {
  const columns = [...board.querySelectorAll('.column')];
  const place = [...card.parentElement.children].indexOf(card);
  for (let at = columns.indexOf(card.closest('.column')) + way; columns[at]; at += way) {
    const cards = columns[at].querySelectorAll('.card');
    if (cards.length > 0) return cards[Math.min(place, cards.length - 1)].querySelector('.who');
  }
  return null;
}
