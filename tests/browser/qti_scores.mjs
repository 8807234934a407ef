// Our evaluator of QTI against an engine of somebody else's, @citolab/qti-components, in Chromium: every item of the corpus
// that draws no numbers, with the same responses. usage: run qti_scores.mjs BIN_DIR OUT [ARCHIVE]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [bin, out, given] = process.argv.slice(2);
const archive = given ?? join(import.meta.dirname, '../../../shared/corpora/qti/qti-items.tar.zst');
if (!existsSync(archive)) {
  console.log(`no corpora beside the project (${archive}): nothing is compared`);
  process.exit(0);
}
const items = JSON.parse(execFileSync(join(bin, 'qti_scores'), [archive], { maxBuffer: 1 << 28 }));
const engine = readFileSync(join(import.meta.dirname, 'node_modules/@citolab/qti-components/cdn/index.global.js'), 'utf8');

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.setContent('<!doctype html><main></main>');
await page.addScriptTag({ content: engine });

// The engine reads QTI 3; items of version 2 get its names. Runs in the page.
async function score(item) {
  const html = new Set(('a abbr b blockquote br caption code col colgroup dd div dl dt em h1 h2 h3 h4 h5 h6 hr i img li object ol p ' +
    'param pre q small span strong sub sup table tbody td tfoot th thead tr tt ul var audio video source').split(' '));
  const kebab = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2').toLowerCase();
  const text = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const write = (node) => {
    if (node.nodeType !== 1) return node.nodeType === 3 || node.nodeType === 4 ? text(node.nodeValue) : '';
    const local = node.localName;
    const kept = local.startsWith('qti-') || html.has(local) || node.namespaceURI.includes('MathML');
    const name = kept ? local : `qti-${kebab(local)}`;
    if (name === 'qti-stylesheet') return '';
    const attributes = [...node.attributes].filter((each) => !each.name.startsWith('xmlns'))
      .map((each) => ` ${kept ? each.name : kebab(each.name)}="${text(each.value)}"`).join('');
    const inside = [...node.childNodes].map(write).join('');
    return html.has(name) && ['br', 'img', 'hr', 'col', 'source', 'param'].includes(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${inside}</${name}>`;
  };
  const xml = new DOMParser().parseFromString(item.xml, 'application/xml').documentElement;
  const scores = [];
  for (const attempt of item.attempts) {
    const main = document.querySelector('main');
    main.innerHTML = write(xml);
    const element = main.querySelector('qti-assessment-item');
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const [id, value] of Object.entries(attempt.responses)) element.updateResponseVariable(id, value);
    element.processResponse();
    const outcome = element.variables?.find((each) => each.identifier === item.outcome) ?? element.getOutcome?.(item.outcome);
    scores.push(outcome?.value === null || outcome?.value === undefined ? 0 : Number(outcome.value));
  }
  return scores;
}

// The engine rounds to three decimals.
const differs = (ours, theirs) => Math.abs(ours - theirs) > 1e-3;
let agreeing = 0;
let compared = 0;
const lines = [];
for (const item of items) {
  if (item.attempts.length === 0) continue;
  ++compared;
  let scores = [];
  try {
    scores = await page.evaluate(score, item);
  } catch (error) {
    lines.push(`${item.path}: the engine fails: ${String(error.message).split('\n')[0]}`);
    continue;
  }
  const differing = item.attempts.filter((attempt, at) => differs(attempt.score, scores[at]));
  if (differing.length === 0) ++agreeing;
  else lines.push(`${item.path}: ${differing.length} of ${item.attempts.length} differ: ` + item.attempts
    .map((attempt, at) => ({ ...attempt, theirs: scores[at] })).filter((each) => differs(each.score, each.theirs))
    .slice(0, 2).map((each) => JSON.stringify(each)).join(' '));
}
await browser.close();
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'qti_scores.txt'), lines.join('\n') + '\n');
console.log(lines.join('\n'));
console.log(`${agreeing} of ${compared} items score alike in ${join(out, 'qti_scores.txt')}`);
process.exit(compared > 0 && agreeing * 10 < compared * 9 ? 1 : 0);
