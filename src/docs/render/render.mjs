// Draws every model as docs/img/<name>.png: processes with bpmn-js, decisions with dmn-js, forms with form-js.
// Usage: npm install && npm run render [-- <name> …]. The browser is $CHROME_BIN, else chromium on the PATH.
// The bpmn.io mark stays in each picture: the viewers' licence asks for it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const packageFile = path => join(here, 'node_modules', path);
const pictures = join(root, 'docs/img');
const folders = ['processes', 'decisions', 'forms', 'src/main/resources/models'];
const room = 24; // px of white around a drawing

const drawers = {
  '.bpmn': {
    scale: 1.5,
    scripts: ['bpmn-js/dist/bpmn-viewer.production.min.js'],
    styles: ['bpmn-js/dist/assets/diagram-js.css', 'bpmn-js/dist/assets/bpmn-js.css'],
    draw: async ({ source, room }) => {
      const canvas = document.querySelector('#canvas');
      const viewer = new BpmnJS({ container: canvas });
      const { warnings } = await viewer.importXML(source);
      const { inner } = viewer.get('canvas').viewbox();
      const mark = 40; // px below the drawing for the bpmn.io mark
      const size = { width: Math.ceil(inner.width) + 2 * room, height: Math.ceil(inner.height) + 2 * room + mark };
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      viewer.get('canvas').resized();
      viewer.get('canvas').viewbox({ x: inner.x - room, y: inner.y - room, ...size });
      return warnings.map(warning => warning.message);
    },
  },
  '.dmn': {
    scale: 1, // tables are wide enough as they are
    scripts: ['dmn-js/dist/dmn-viewer.production.min.js'],
    styles: ['diagram-js', 'dmn-js-shared', 'dmn-js-drd', 'dmn-js-decision-table', 'dmn-font/css/dmn'].map(
      name => `dmn-js/dist/assets/${name}.css`),
    draw: async ({ source }) => {
      const canvas = document.querySelector('#canvas');
      const viewer = new DmnJS({ container: canvas, drd: { drillDown: { enabled: false } } });
      const { warnings } = await viewer.importXML(source);
      const table = viewer.getViews().find(view => view.type === 'decisionTable');
      await viewer.open(table);
      const { input, output } = table.element.decisionLogic; // the viewer itself does not use the widths of the file
      const heads = canvas.querySelectorAll('th.input-cell, th.output-cell');
      [...input, ...output].forEach((column, i) => { heads[i].style.width = `${column.width}px`; });
      return warnings.map(warning => warning.message);
    },
  },
  '.form': {
    scale: 1.5,
    scripts: ['@bpmn-io/form-js/dist/form-viewer.umd.js'],
    styles: ['@bpmn-io/form-js/dist/assets/form-js.css'],
    draw: async ({ source }) => {
      const canvas = document.querySelector('#canvas');
      canvas.style.width = '480px';
      const { warnings } = await new FormViewer.Form({ container: canvas }).importSchema(JSON.parse(source));
      return warnings.map(warning => warning.message);
    },
  },
};

function filesBelow(folder) {
  return readdirSync(folder).map(name => join(folder, name)).flatMap(
    path => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function browserPath() {
  return process.env.CHROME_BIN ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

async function draw(browser, file) {
  const { scale, scripts, styles, draw } = drawers[extname(file)];
  const page = await browser.newPage({ viewport: { width: 2600, height: 1600 }, deviceScaleFactor: scale });
  await page.setContent('<!doctype html><div id="canvas"></div>');
  for (const path of styles) await page.addStyleTag({ path: packageFile(path) });
  await page.addStyleTag({ content: readFileSync(new URL('picture.css', import.meta.url), 'utf8') });
  for (const path of scripts) await page.addScriptTag({ path: packageFile(path) });
  const warnings = await page.evaluate(draw, { source: readFileSync(file, 'utf8'), room });
  const picture = join(pictures, `${pictureName(file)}.png`);
  await page.locator('#canvas').screenshot({ path: picture });
  await page.close();
  return warnings;
}

const stem = file => basename(file, extname(file));

/** A process and the decision that it asks may have one name. */
function pictureName(file) {
  const isTable = extname(file) === '.dmn' && models.some(other => extname(other) === '.bpmn' && stem(other) === stem(file));
  return isTable ? `${stem(file)}-table` : stem(file);
}

const wanted = process.argv.slice(2);
const models = folders.flatMap(folder => filesBelow(join(root, folder))).filter(file => extname(file) in drawers);
const files = models
  .filter(file => wanted.length === 0 || wanted.includes(basename(file, extname(file))));
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: browserPath(), args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
try {
  for (const file of files) {
    const warnings = await draw(browser, file);
    console.log(basename(file), warnings.length === 0 ? 'drawn' : warnings.join('; '));
    if (warnings.length > 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
