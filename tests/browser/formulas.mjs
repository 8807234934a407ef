// A page of formulas as the station's painter draws them, beside MathJax's rendering of the same source, and a picture
// of it. usage: run formulas.mjs BIN_DIR OUT [ARCHIVE]
//
// The formulas are a hundred of a real course's, spread over all their lengths; the archive is looked for beside the
// project, and the page is left out with a message when it is not there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';

const wanted = 100;
const scale = 2; // device pixels to a logical one
const [bin, out, given] = process.argv.slice(2);
const archive = given ?? join(import.meta.dirname, '../../../shared/corpora/oatutor/elementary-algebra.tar.zst');
if (!existsSync(archive)) {
  console.log(`no corpora beside the project (${archive}): no page of formulas`);
  process.exit(0);
}

const sources = execFileSync('tar', ['--zstd', '-xOf', archive, '--wildcards', '*.json'], { maxBuffer: 1 << 28 }).toString();
const found = new Set();
// The documents stand one behind the other, so their strings are read one by one.
for (const [string] of sources.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
  if (!string.includes('$$')) continue;
  for (const [, tex] of JSON.parse(string).matchAll(/\$\$(.+?)\$\$/gs)) found.add(tex);
}
// Those with a command, from short to long, at even steps.
const sorted = [...found].filter((tex) => /\\/.test(tex)).sort((one, other) => one.length - other.length);
const step = sorted.length / wanted;
const formulas = Array.from({ length: Math.min(wanted, sorted.length) }, (_, at) => sorted[Math.floor(at * step)]);

mkdirSync(out, { recursive: true });
execFileSync(join(bin, 'text_pictures'), [out, '560', String(scale)], { input: formulas.map((tex) => `$${tex}$\n`).join('') });

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const document = mathjax.document('', { InputJax: new TeX({ packages: AllPackages }), OutputJax: new SVG({ fontCache: 'none' }) });
const reference = (tex) => adaptor.innerHTML(document.convert(tex, { display: false, em: 24, ex: 12, containerWidth: 560 }));
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rows = formulas.map((tex, at) => {
  const picture = readFileSync(join(out, `${String(at + 1).padStart(4, '0')}.png`)).toString('base64');
  return `<tr><td><img src="data:image/png;base64,${picture}" style="zoom:${1 / scale}"><td>${reference(tex)}<td><code>${escape(tex)}</code>`;
});
const page = join(out, 'formulas.html');
writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>Formulas beside MathJax</title>
<style>body{font:16px sans-serif;margin:16px}td{border-bottom:1px solid #ccc;padding:4px 12px;max-width:580px}
td:nth-child(2){font-size:24px}code{font-size:11px;overflow-wrap:anywhere}</style>
<table><tr><th>Hornbook<th>MathJax<th>source${rows.join('\n')}</table>`);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const view = await browser.newPage({ viewport: { width: 1500, height: 900 } });
await view.goto(`file://${page}`);
await view.screenshot({ path: join(out, 'formulas.png'), fullPage: true });
await browser.close();
console.log(`${formulas.length} formulas: ${page}, formulas.png beside it`);
