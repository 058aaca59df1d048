// Draws every form as docs/img/<name>.png with form-js; processes and decisions are drawn by the build (PicturesTest).
// Usage: npm install && npm run render [-- <name> …]. The browser is $CHROME_BIN, else chromium on the PATH.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const formJs = path => join(here, 'node_modules/@bpmn-io/form-js/dist', path);
const pictures = join(root, 'docs/img');
const folders = ['forms', 'src/main/resources/models'];

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).map(entry => [entry, join(folder, entry.name)]).flatMap(
    ([entry, path]) => (entry.isDirectory() ? filesBelow(path) : [path]));
}

function browserPath() {
  return process.env.CHROME_BIN ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

async function importForm(source) {
  const canvas = document.querySelector('#canvas');
  canvas.style.width = '480px';
  const { warnings } = await new FormViewer.Form({ container: canvas }).importSchema(JSON.parse(source));
  return warnings.map(warning => warning.message);
}

async function draw(browser, file) {
  const page = await browser.newPage({ viewport: { width: 800, height: 1600 }, deviceScaleFactor: 1.5 });
  await page.setContent('<!doctype html><div id="canvas"></div>');
  await page.addStyleTag({ path: formJs('assets/form-js.css') });
  await page.addStyleTag({ content: readFileSync(new URL('picture.css', import.meta.url), 'utf8') });
  await page.addScriptTag({ path: formJs('form-viewer.umd.js') });
  const warnings = await page.evaluate(importForm, readFileSync(file, 'utf8'));
  await page.locator('#canvas').screenshot({ path: join(pictures, `${basename(file, '.form')}.png`) });
  await page.close();
  return warnings;
}

const wanted = process.argv.slice(2);
const files = folders
  .flatMap(folder => filesBelow(join(root, folder)))
  .filter(file => file.endsWith('.form'))
  .filter(file => wanted.length === 0 || wanted.includes(basename(file, '.form')));
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
