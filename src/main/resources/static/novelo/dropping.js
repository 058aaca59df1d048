// Files that are dragged onto a conversation.

/** @param take hears the files; `dropping` is the element's class while something hangs over it */
export function droppable(element, take) {
  const over = (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    element.classList.add('dropping');
  };
  element.addEventListener('dragenter', over);
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', ({ relatedTarget }) => element.contains(relatedTarget) || element.classList.remove('dropping'));
  element.addEventListener('drop', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    element.classList.remove('dropping');
    take([...event.dataTransfer.files]);
  });
}
