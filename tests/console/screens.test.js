// Every screen there is, seen by somebody who may see it: in both languages, wide and on a phone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { appliesForSeal, entersSeal, issues, prints } from './issuing.js';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn: enters } = journeys();
const source = join(import.meta.dirname, '../../gateway/console/src');
const routes = [...readFileSync(join(source, 'frame/routes.tsx'), 'utf8').matchAll(/^ {2}\['([^']+)', /gm)].map((found) => found[1]);
const keys = new Set(readdirSync(join(source, 'texts')).filter((file) => file.startsWith('zh-CN'))
  .flatMap((file) => [...readFileSync(join(source, 'texts', file), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map((found) => found[1])));

/** Who looks at a screen, and at which address when it is not the route itself. */
const visits = {
  'desk/drafts': ['staff'], 'desk/batch': ['section-chief'], 'desk/:tab?': ['section-chief', () => 'desk/to-do'],
  incoming: ['clerk'], 'incoming/import': ['clerk'], 'incoming/sign-for': ['clerk'], 'incoming/register': ['clerk'],
  'incoming/:id': ['clerk', (made) => made.incoming], 'incoming/:id/correct': ['clerk', (made) => `${made.incoming}/correct`],
  outgoing: ['clerk'], 'outgoing/new': ['staff'], 'outgoing/received': ['county'], 'outgoing/overdue': ['clerk'], 'outgoing/numbers': ['clerk'], 'outgoing/seals': ['office-director'],
  'outgoing/seal-uses': ['clerk'], 'outgoing/verify-seal': ['clerk'], 'outgoing/templates': ['office-director'], 'outgoing/templates/:id': ['staff', (made) => made.template],
  'seal-applications/:id': ['office-director', (made) => made.application], 'outgoing/:id/sheet': ['clerk', (made) => `${made.printed}/sheet`],
  'outgoing/:id/edit': ['staff', (made) => `${made.draft}/edit`], 'outgoing/:id': ['clerk', (made) => made.printed],
  'matters/:id': ['clerk', (made) => made.matter], figures: ['clerk'],
  delegations: ['section-chief'], 'delegations/:id': ['section-chief', (made) => made.delegation], 'departures/:id': ['office-director', () => 'departures/clerk'],
  search: ['clerk', () => `search?q=${encodeURIComponent(`看屏 ${run}`)}`], archive: ['archivist'], 'archive/file': ['archivist'], 'archive/filings': ['archivist'], 'archive/:id': ['archivist', (made) => made.item],
  secrecy: ['director'], 'secrecy/reviews': ['director'], 'secrecy/leaks/:id': ['director', (made) => made.leak], exchange: ['secadmin'], events: ['sysadmin'],
  rooms: ['staff'], vehicles: ['staff'], 'organisation/:unit?': ['sysadmin', () => 'organisation/office'], 'procedures/:id?': ['section-chief', () => 'procedures'],
  audit: ['auditor'], rights: ['secadmin'], account: ['staff'], '*': ['staff', () => 'no-such-page'],
};

/** Asks as the person who is signed in there. */
const asks = (person, path, body) => person.page.evaluate(async ([to, sent]) => {
  const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${to}: ${text}`);
  return JSON.parse(text);
}, [path, JSON.stringify(body)]);

/** The same; answers what was made is called. */
const makes = async (person, path, body) => Object.values(await asks(person, path, body))[0].name;

let made;
/** What screens of one thing show: one of each, made by those whose work it is. */
async function things() {
  if (made) return made;
  const people = [];
  // One after the other: a browser that starts takes a processor of its own.
  for (const account of ['staff', 'section-chief', 'office-director', 'deputy-director', 'clerk', 'archivist']) people.push(await enters(account));
  const [staff, chief, director, deputy, clerk, archivist] = people;
  const pathOf = (person) => new URL(person.page.url()).pathname.replace('/console/', '');
  const incoming = await makes(clerk, '/v1/incomingDocuments', {
    title: `关于看屏的通知（看屏 ${run}）`, documentNumber: `江民发〔2026〕${run}号`, issuer: '江州省民政厅', genre: 'DOCUMENT_GENRE_NOTICE', issueDate: { year: 2026, month: 11, day: 20 }, body: '各市民政局：\n请报送看屏情况。',
  });
  const { matter } = await asks(clerk, `/v1/${incoming}:startHandling`, {});
  const delegation = await makes(chief, '/v1/delegations', {
    post: 'posts/relief-chief', deputyPost: 'posts/relief-staff', reason: `看屏（${run}）`, startTime: new Date().toISOString(), endTime: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const draft = await makes(staff, '/v1/outgoingDocuments', { title: `关于看屏情况的报告（看屏 ${run}）` });
  const leak = await makes(staff, '/v1/leakReports', { discoverTime: new Date(Date.now() - 3_600_000).toISOString(), description: `看屏时发现文件袋遗失（${run}）`, measures: '已找回' });
  await archivist.page.goto(`${office.origin}/console/archive/file`);
  await archivist.page.getByLabel('题名').fill(`看屏记录（看屏 ${run}）`);
  await archivist.page.getByLabel('责任者').fill('江州市民政局');
  await archivist.page.locator('.entry input[type=file]').setInputFiles({ name: 'screens.txt', mimeType: 'text/plain', buffer: Buffer.from(`看屏 ${run}`) });
  await archivist.page.getByLabel('保管期限').selectOption({ label: '永久' });
  await archivist.page.getByRole('button', { name: '归档', exact: true }).click();
  await archivist.page.getByRole('heading', { name: /看屏记录/ }).waitFor();
  const seal = `看屏章${run}`;
  await entersSeal(office, director, seal);
  const printed = await issues(office, { staff, chief, director, deputy, clerk }, `关于看屏用印的通知（看屏 ${run}）`, prints);
  await appliesForSeal(clerk, printed, seal);
  await staff.page.goto(`${office.origin}/console/outgoing/templates`);
  await staff.page.locator('.received a').first().click();
  await staff.page.locator('.page .body').waitFor();
  made = {
    incoming: incoming.replace('incomingDocuments', 'incoming'), draft: draft.replace('outgoingDocuments', 'outgoing'), leak: leak.replace('leakReports', 'secrecy/leaks'), item: pathOf(archivist),
    matter: matter.name, delegation,
    printed: new URL(printed).pathname.replace('/console/', ''), application: pathOf(clerk), template: pathOf(staff),
  };
  return made;
}

test('There is somebody for every screen', () => assert.deepEqual(Object.keys(visits).sort(), [...routes].sort()));

for (const [name, options] of [
  ['in Chinese at 1920×1080', { screen: 'wide' }],
  ['in English on a phone', { screen: 'phone', language: 'en' }],
]) {
  test(`Every screen ${name} says something, in words, without serious fault and no wider than the screen`, async () => {
    const one = await things();
    const called = name.replaceAll(/[^a-z0-9]+/gi, '-');
    const found = [];
    for (const account of new Set(Object.values(visits).map(([who]) => who))) {
      const person = await enters(account, options);
      for (const [route, [who, address = () => route]] of Object.entries(visits)) if (who === account) found.push(...await looksAt(person, route, address(one), called));
    }
    assert.deepEqual(found, []);
  });
}

/** All that is wrong with a screen, so that one look finds all of it. */
async function looksAt(person, route, address, called) {
  const { page } = person;
  await page.goto(`${office.origin}/console/${address}`);
  await page.locator('main').locator('h1, h2, p, table, li').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main .waiting, main .ant-spin-spinning') === null);
  await person.picture(`${called}-${route.replaceAll(/[^a-z]+/gi, '-')}`);
  const wrong = [];
  const text = await page.locator('.shell').innerText();
  wrong.push(...[...text.matchAll(/[a-zA-Z]+(?:\.[\w-]+)+/g)].map((word) => word[0]).filter((word) => keys.has(word)).map((word) => `${word} has no words`));
  if (await page.locator('main .refusal').count() > 0) wrong.push(`refused: ${await page.locator('main .refusal').first().innerText()}`);
  for (const check of [() => person.fits(), () => person.findsNoSeriousFault()]) await check().catch((fault) => wrong.push(fault.message));
  return wrong.map((fault) => `${route}: ${fault}`);
}
