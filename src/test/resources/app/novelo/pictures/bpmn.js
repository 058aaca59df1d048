async source => {
  const room = 24; // px of white around the drawing
  const mark = 40; // px below it for the bpmn.io mark
  const canvas = document.querySelector('#canvas');
  const viewer = new BpmnJS({ container: canvas });
  const { warnings } = await viewer.importXML(source);
  const { inner } = viewer.get('canvas').viewbox();
  const size = { width: Math.ceil(inner.width) + 2 * room, height: Math.ceil(inner.height) + 2 * room + mark };
  const scale = 1.5;
  canvas.style.width = `${size.width * scale}px`;
  canvas.style.height = `${size.height * scale}px`;
  viewer.get('canvas').resized();
  viewer.get('canvas').viewbox({ x: inner.x - room, y: inner.y - room, ...size });
  return warnings.map(warning => warning.message);
}
