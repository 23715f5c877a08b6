// Renders every model of processes/ to docs/procedures/<model>.svg. See README.md beside this file.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '../..');
const target = path.join(project, 'docs/procedures');
const viewer = path.join(here, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js');

function browserPath() {
  const wanted = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(wanted)) {
    throw new Error(`No browser at ${wanted}: install Debian's chromium, or set CHROMIUM to its path`);
  }
  return wanted;
}

function models() {
  return readdirSync(path.join(project, 'processes'), { recursive: true })
    .filter((file) => file.endsWith('.bpmn'))
    .map((file) => `processes/${file.split(path.sep).join('/')}`)
    .sort();
}

// The viewer makes up ids for arrowheads at every run: numbered instead, so that an unchanged model gives unchanged bytes.
function withStableIds(svg) {
  const names = new Map();
  for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) {
    if (names.has(id)) {
      throw new Error(`The id ${id} occurs twice`);
    }
    names.set(id, `d${names.size + 1}`);
  }
  return svg
    .replace(/(\sid=")([^"]+)(")/g, (all, before, id, after) => before + names.get(id) + after)
    .replace(/(url\((?:&quot;|'|")?#)([^)&'"]+)/g, (all, before, id) => before + (names.get(id) ?? id))
    .replace(/(\shref="#|\sxlink:href="#)([^"]+)/g, (all, before, id) => before + (names.get(id) ?? id));
}

// The viewer's invisible areas for the mouse, and a white ground for readers on a dark page.
function asPicture(svg) {
  return svg
    .replace(/<(rect|polyline|path) class="djs-(hit|outline)[^>]*\/>/g, '')
    .replace(/<svg /, '<svg style="background: white" ');
}

async function draw(page, xml) {
  await page.setContent('<!doctype html><body><div id="canvas" style="width:2500px;height:1500px"></div></body>');
  await page.addScriptTag({ path: viewer });
  return page.evaluate(async (model) => {
    const bpmn = new globalThis.BpmnJS({ container: '#canvas' });
    const { warnings } = await bpmn.importXML(model);
    const { svg } = await bpmn.saveSVG();
    return { svg, warnings: warnings.map((warning) => warning.message) };
  }, xml);
}

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  mkdirSync(target, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 2500, height: 1500 } });
  for (const model of models()) {
    const bytes = readFileSync(path.join(project, model));
    const { svg, warnings } = await draw(page, bytes.toString('utf8'));
    if (warnings.length > 0) {
      throw new Error(`${model}: ${warnings.join('; ')}`);
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    const source = `<!-- source: ${model} sha256:${hash} -->`;
    const file = path.join(target, `${path.basename(model, '.bpmn')}.svg`);
    writeFileSync(file, asPicture(withStableIds(svg)).replace(/<svg/, `${source}\n<svg`).trimEnd() + '\n');
    console.log(path.relative(project, file));
  }
} finally {
  await browser.close();
}
