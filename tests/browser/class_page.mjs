// A teacher signs in and reads the class page. usage: class_page.mjs BIN_DIR SCREENSHOT_DIR
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [binaries, screenshots] = process.argv.slice(2);
const launchFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

async function serve(data) {
  const server = spawn(join(binaries, 'hornbook-server'), ['serve', '--data', data, '--listen', '127.0.0.1:0'],
                       { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout }))
    if (line.startsWith('listening on ')) return { server, url: line.slice('listening on '.length) };
  throw new Error('the server ended before it listened');
}

async function signIn(page, url, password) {
  await page.goto(url + '/');
  await page.locator('input[name=user]').fill('teacher');
  await page.locator('input[name=password]').fill(password);
  await page.locator('form.sign-in button').click();
}

// The table as text: one object a learner, by column title.
async function readTable(page) {
  return page.locator('table').evaluate((table) => {
    const text = (cell) => cell.innerText.replace(/\s+/g, ' ').trim();
    const titles = [...table.tHead.rows[0].cells].map(text);
    return [...table.tBodies[0].rows].map((row) => Object.fromEntries([...row.cells].map((c, i) => [titles[i], text(c)])));
  });
}

// Relative luminance and contrast as in WCAG 2.2.
function contrast(a, b) {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map(Number).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

async function checkContrast(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const pairs = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .map((e) => {
      let ground = e;
      while (ground.parentElement && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
      return [getComputedStyle(e).color, getComputedStyle(ground).backgroundColor, e.textContent.trim().slice(0, 30)];
    }));
  for (const [color, ground, text] of pairs)
    assert.ok(contrast(color, ground) >= 4.5, `${scheme}: "${text}" has contrast ${contrast(color, ground).toFixed(2)}`);
}

function checkFigures(rows) {
  assert.equal(rows.length, 6);
  const [amina, bartolome, chidi, dara, elif] = rows;
  assert.equal(amina.Learner, 'Amina Diallo 9 answers, 8 right');
  assert.match(amina['Last seen'], /^\d+ (min|h) ago 2 sessions$/);
  assert.match(amina['Equal parts'], /^Mastered right · 1 h ago$/);
  assert.match(amina['Unit fractions'], /^Practising right · 1 hint · 1 h ago$/);
  assert.equal(amina['Compare fractions'], 'Not started');
  assert.match(bartolome.Learner, /^Bartolomé Cruz 3 answers, 1 right$/);
  assert.match(bartolome['Equal parts'], /^Practising not yet · \d+ min ago$/);
  assert.match(chidi.Learner, /^Chidi <i>Okafor<\/i> 2 answers, 2 right$/);
  assert.match(chidi['Unit fractions'], /^Practising right · 3 hints · \d days ago$/);
  assert.equal(dara['Last seen'], 'never 0 sessions');
  assert.equal(dara['Equal parts'], 'Not started');
  assert.match(elif['Compare fractions'], /^Practising right · \d+ min ago$/);
}

async function checkDevices(page) {
  const cards = await page.locator('section[aria-labelledby=devices] article').allInnerTexts();
  const card = (name) => cards.find((text) => text.startsWith(name));
  assert.match(card('Station 1'), /Confirmation code: \d{6}/);
  assert.match(card('Station 1'), /A damaged part of epoch 1/);
  assert.match(card('Station by the window'), /Not heard from for more than a day/);
  assert.match(card('Station in its box'), /Not enrolled yet/);
}

async function checkNothingLeaks(page, context) {
  const [cookie] = await context.cookies();
  assert.ok(cookie.httpOnly && cookie.secure && cookie.sameSite === 'Strict');
  assert.deepEqual(await page.locator('script, [style]:not([style=""]), i').evaluateAll((all) => all.map((e) => e.outerHTML)), []);
  const links = await page.locator('a').evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  for (const link of links) assert.match(link, /^\/class\/\d+(\/plan|\/to-read|\/thinking)?$/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, 'the page itself must not scroll sideways');
}

async function look(browser, url) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const refusals = [];
  page.on('console', (message) => { if (message.text().includes('Content Security Policy')) refusals.push(message.text()); });
  await signIn(page, url, 'a wrong password');
  assert.match(await page.locator('[role=alert]').innerText(), /do not fit together/);
  await page.screenshot({ path: join(screenshots, 'sign_in.png') });
  await signIn(page, url, 'robins are red');
  assert.equal(await page.locator('h1').innerText(), 'Class 4 Robin');
  checkFigures(await readTable(page));
  await checkDevices(page);
  await checkNothingLeaks(page, context);
  for (const scheme of ['dark', 'light']) {
    await checkContrast(page, scheme);
    await page.screenshot({ path: join(screenshots, `class_${scheme}.png`), fullPage: true });
  }
  await readWritings(page, url);
  await makePlans(page, url);
  await answerChildren(page, url);
  await page.setViewportSize({ width: 360, height: 740 });
  await checkNothingLeaks(page, context);
  await page.locator('[role=region]').focus();
  await page.screenshot({ path: join(screenshots, 'class_phone.png'), fullPage: true });
  await page.locator('header button').click();
  await page.goto(url + '/class/1');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  assert.deepEqual(refusals, []);
  await context.close();
}

// What was written for the teacher, without any script of the page's own.
async function readWritings(page, url) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(url + '/class/1');
  await page.locator('main a[href$="/to-read"]').click();
  assert.equal(await page.locator('h1').innerText(), 'To read: class 4 Robin');
  const [drawn, writing, ...more] = await page.locator('article.writing').allInnerTexts();
  assert.match(drawn, /^Farid Rahimi/);
  const drawing = page.getByRole('img', { name: 'Drawing by Farid Rahimi, on a picture: the <sun>. It <i>smiles</i>.' });
  assert.equal(await drawing.locator('path').count(), 3);
  const painted = await drawing.screenshot({ path: join(screenshots, 'drawing.png') });
  assert.ok(painted.length > 1500, 'strokes and the picture below them are painted');
  assert.equal(more.length, 0);
  assert.match(writing, /^Elif Yıldız-Papadopoulou/);
  assert.ok(writing.includes('Is a half always <the> same?'));
  assert.ok(writing.includes('Half of <i>what</i>?\nIt depends.'), 'lines stay lines');
  assert.deepEqual(await page.locator('script, i').evaluateAll((all) => all.map((e) => e.outerHTML)), []);
  await checkContrast(page, 'light');
  await page.screenshot({ path: join(screenshots, 'to_read.png'), fullPage: true });
  await page.goto(url + '/class/1');
  await page.locator('main a[href$="/thinking"]').click();
  assert.equal(await page.locator('h1').innerText(), 'How class 4 Robin thinks');
  assert.deepEqual(await page.locator('h2').allInnerTexts(), ['Wrong rules', 'What they said of what was chosen for them']);
  await checkContrast(page, 'light');
  await page.screenshot({ path: join(screenshots, 'thinking.png'), fullPage: true });
  await page.goto(url + '/class/1');
}

// A teacher sets the term's end, keeps messages away and sets a goal for one learner.
async function makePlans(page, url) {
  await page.goto(url + '/class/1');
  await page.locator('main a[href$="/plan"]').click();
  assert.equal(await page.locator('h1').innerText(), 'Plan of class 4 Robin');
  const forms = page.locator('form.plan');
  const termEnd = new Date(Date.now() + 60 * 86400000).toISOString().slice(0, 10);
  await forms.nth(0).locator('input[name=term_end]').fill(termEnd);
  await forms.nth(0).locator('input[name=messages]').uncheck();
  await forms.nth(0).locator('button').click();
  assert.equal(await forms.nth(0).locator('input[name=term_end]').inputValue(), termEnd);
  assert.equal(await forms.nth(0).locator('input[name=messages]').isChecked(), false);
  await forms.nth(1).locator('select[name=who]').selectOption({ label: 'Elif Yıldız-Papadopoulou' });
  await forms.nth(1).locator('input[name=items]').fill('7');
  await forms.nth(1).locator('button').click();
  assert.match(await page.locator('main').innerText(), /Elif Yıldız-Papadopoulou[^]*7/);
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const scheme of ['dark', 'light']) await checkContrast(page, scheme);
  await page.screenshot({ path: join(screenshots, 'plan.png'), fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, 'the plan itself must not scroll sideways');
  await page.screenshot({ path: join(screenshots, 'plan_phone.png'), fullPage: true });
  await page.goto(url + '/class/1');
}

// A child wants to talk, and another began without a name: the teacher has seen the one, and says whose the other is.
async function answerChildren(page, url) {
  await page.goto(url + '/class/1');
  assert.match(await page.locator('section[aria-labelledby=needs-me]').innerText(), /Elif Yıldız-Papadopoulou\s+wants to talk with you/);
  const nameless = page.locator('section[aria-labelledby=nameless]');
  assert.match(await nameless.innerText(), /Station 1\s+2 answers, 1 right/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, 'at 360 pixels, too');
  await page.screenshot({ path: join(screenshots, 'children_phone.png'), fullPage: true });
  await page.getByRole('button', { name: 'I have seen this: Elif Yıldız-Papadopoulou' }).click();
  assert.doesNotMatch(await page.locator('main').innerText(), /wants to talk/);
  await nameless.getByLabel('Whose is it?').selectOption({ label: 'Dara Sok' });
  await nameless.locator('button').click();
  assert.equal(await nameless.count(), 0);
  const dara = (await readTable(page)).find((row) => row.Learner.startsWith('Dara'));
  assert.match(dara.Learner, /^Dara Sok 2 answers, 1 right/);
}

async function lookInSpanish(browser, url) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'es-MX', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await signIn(page, url, 'robins are red');
  const rows = await readTable(page);
  assert.match(rows[0]['Partes iguales'], /^Dominada bien · hace 1 h$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'es');
  await page.screenshot({ path: join(screenshots, 'class_spanish.png'), fullPage: true });
  await context.close();
}

const data = mkdtempSync(join(tmpdir(), 'hornbook-browser-'));
mkdirSync(screenshots, { recursive: true });
execFileSync(join(binaries, 'seed_school'), [join(data, 'school')], { stdio: 'inherit' });
const { server, url } = await serve(join(data, 'school'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: launchFlags });
try {
  await look(browser, url);
  await lookInSpanish(browser, url);
  console.log(`class page: all figures right; screenshots in ${screenshots}`);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
