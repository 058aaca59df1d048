async source => {
  const canvas = document.querySelector('#canvas');
  const viewer = new DmnJS({ container: canvas, drd: { drillDown: { enabled: false } } });
  const warnings = await new Promise((drawn, failed) =>
    viewer.importXML(source, { open: false }, (error, odd) => (error ? failed(error) : drawn(odd))));
  const table = viewer.getViews().find(view => view.type === 'decisionTable');
  await new Promise((open, failed) => viewer.open(table, error => (error ? failed(error) : open())));
  const { input, output } = table.element.decisionLogic; // the viewer itself does not use the widths of the file
  const heads = canvas.querySelectorAll('th.input-cell, th.output-cell');
  [...input, ...output].forEach((column, i) => { if (column.width) heads[i].style.width = `${column.width}px`; });
  return warnings.map(warning => warning.message);
}
