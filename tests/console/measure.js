// How soon the console stands in a browser: `node measure.js <origin> <account> <turns>`, the password in BACKOFFICE_CONSOLE_PASSWORD.
// Says one object of milliseconds by turn; tests/bench makes lines of it.
import { chromium } from 'playwright-core';

const [origin, account, turns] = process.argv.slice(2);
const list = `${origin}/console/incoming`;
const empty = `${origin}/healthz`;
const rows = '.register tbody tr';

const browser = await chromium.launch({
  executablePath: process.env.BACKOFFICE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'],
});

/** Somebody who has signed in, and whose browser has fetched nothing yet. */
async function fresh(storageState) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', storageState });
  context.setDefaultTimeout(120_000);
  // The frame after the one in which the rows came is the first in which somebody sees them.
  await context.addInitScript((selector) => {
    const seen = () => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('rows')));
    };
    const observer = new MutationObserver(seen);
    observer.observe(document, { childList: true, subtree: true });
  }, rows);
  return context;
}

async function signsIn() {
  const context = await fresh();
  const page = await context.newPage();
  await page.goto(list);
  await page.fill('#login', account);
  await page.fill('#password', process.env.BACKOFFICE_CONSOLE_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForSelector(rows);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** First paint of a page, and when its mark was set; both from the begin of the navigation. */
async function opens(context, address, mark) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction((name) => performance.getEntriesByName('first-contentful-paint').length > 0 && (name === '' || performance.getEntriesByName(name).length > 0), mark);
  const times = await page.evaluate((name) => ['first-contentful-paint', name].map((entry) => performance.getEntriesByName(entry)[0]?.startTime ?? 0), mark);
  await page.close();
  return times;
}

/** From the click on a place of the navigation until what is there is drawn. */
const goes = (page, path, selector) => page.evaluate(([to, wanted]) => new Promise((resolve) => {
  const begin = performance.now();
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begin)));
  const observer = new MutationObserver(() => {
    if (document.querySelector(wanted) === null) return;
    observer.disconnect();
    drawn();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.querySelector(`.shell > nav a[href="/console${to}"]`).click();
}), [path, selector]);

const seen = { coldLimit: [], cold: [], coldRows: [], warmLimit: [], warm: [], warmRows: [], firstChange: [], change: [], bytes: 0 };
const state = await signsIn();
// The first browser context of all pays for the processes; nobody's turn.
const rehearsal = await fresh(state);
await opens(rehearsal, empty, '');
await opens(rehearsal, list, 'rows');
await rehearsal.close();

for (let turn = 0; turn < Number(turns); turn++) {
  const none = await fresh(state);
  seen.coldLimit.push((await opens(none, empty, ''))[0]);
  seen.warmLimit.push((await opens(none, empty, ''))[0]);
  await none.close();
  const context = await fresh(state);
  const [cold, coldRows] = await opens(context, list, 'rows');
  const [warm, warmRows] = await opens(context, list, 'rows');
  await context.close();
  seen.cold.push(cold);
  seen.coldRows.push(coldRows);
  seen.warm.push(warm);
  seen.warmRows.push(warmRows);

  const walker = await fresh(state);
  const page = await walker.newPage();
  await page.goto(`${origin}/console/desk`);
  await page.waitForSelector('.live:not(.away)');
  seen.bytes = await page.evaluate(() => performance.getEntriesByType('resource').filter((r) => /\.(js|css)$/.test(r.name)).reduce((sum, r) => sum + r.encodedBodySize, 0));
  seen.firstChange.push(await goes(page, '/incoming', rows));
  await goes(page, '/desk', '.desk');
  seen.change.push(await goes(page, '/incoming', rows));
  await walker.close();
}
await browser.close();
console.log(JSON.stringify(seen));
