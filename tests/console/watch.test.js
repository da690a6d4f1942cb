// What watches over the house: partners of the exchange, the paths of events, single reports and templates, and seals proved in the browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { acts, appliesForSeal, destroysSeal, entersSeal, issues, prints } from './issuing.js';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn: enters } = journeys();
const signedIn = (account, path = '/console/', options = {}) => enters(account, options, path);
const goes = (person, place) => person.page.goto(`${office.origin}/console/${place}`);
const asked = (person, path, body) => person.page.evaluate(async ([to, sent]) => (await fetch(to, sent === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent })).status, [path, body && JSON.stringify(body)]);
const has = (program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (e) {
    return e.code !== 'ENOENT';
  }
};

/** 统一社会信用代码 with its check sign (GB 32100—2015), other in every run. */
function creditCode() {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const first = `11320000${run.padStart(9, '0')}`;
  const sum = [...first].reduce((total, sign, i) => total + signs.indexOf(sign) * (3 ** i % 31), 0);
  return first + signs[(31 - (sum % 31)) % 31];
}

/** A certificate as a partner makes it, with its key, its fingerprint and the same in DER. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'backoffice-partner-'));
  const at = (name) => join(folder, name);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', `/CN=partner-${run}`, '-keyout', at('key.pem'), '-out', at('cert.pem')], { stdio: 'ignore' });
  execFileSync('openssl', ['x509', '-in', at('cert.pem'), '-outform', 'der', '-out', at('cert.cer')]);
  const [key, pem, der] = ['key.pem', 'cert.pem', 'cert.cer'].map((name) => readFileSync(at(name)));
  rmSync(folder, { recursive: true, force: true });
  return { key, pem, der, fingerprint: createHash('sha256').update(der).digest('hex').match(/.{4}/g).join(' ') };
}

test('A partner is entered after its fingerprint was compared, and retired with a reason, by the security administrator alone; ours is loaded and given away',
  { skip: !has('openssl') && 'openssl is not installed' }, async () => {
  const security = await signedIn('secadmin', '/console/exchange');
  const { page } = security;
  const { key, pem, der, fingerprint } = certificate();
  const name = `临江市民政局（${run}）`;
  const ours = page.getByRole('region', { name: '本单位证书' });
  const [file] = await Promise.all([page.waitForEvent('download'), ours.getByRole('button', { name: '下载本单位证书' }).click()]);
  const own = readFileSync(await file.path(), 'utf8');
  assert.match(own, /^-----BEGIN CERTIFICATE-----/);
  assert.match(file.suggestedFilename(), /\.pem$/);
  const ownPrint = createHash('sha256').update(Buffer.from(own.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64')).digest('hex');
  assert.equal((await ours.locator('code').innerText()).replaceAll(' ', ''), ownPrint);

  await page.getByRole('button', { name: '登记交换单位' }).click();
  const form = page.locator('form.kept');
  const chooses = (fileName, buffer) => form.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: 'application/x-pem-file', buffer });
  await form.getByLabel(/^单位全称/).fill(name);
  await form.getByLabel(/^统一社会信用代码/).fill('123');
  await form.getByRole('button', { name: '保存' }).click();
  await form.locator('.wrong', { hasText: '格式不符合要求' }).waitFor();
  // A key is not even read.
  await chooses('both.pem', Buffer.concat([key, pem]));
  await form.getByText('文件中有私钥，没有读取').waitFor();
  await chooses('cert.cer', der);
  await form.getByText(fingerprint).waitFor();
  await chooses('cert.pem', pem);
  await form.getByText(fingerprint).waitFor();
  await form.getByLabel(/^统一社会信用代码/).fill(creditCode());
  await security.findsNoSeriousFault();
  await security.picture('exchange-partner-form');
  await form.getByRole('button', { name: '保存' }).click();
  const row = (person) => person.page.locator('.received li', { hasText: name });
  await row(security).getByText('受信任').waitFor();
  await row(security).getByText(fingerprint).waitFor();
  await security.findsNoSeriousFault();
  await security.picture('exchange-partners');

  // Entered again it is known already, and what was typed stays.
  security.expected.push('409', '400');
  await page.getByRole('button', { name: '登记交换单位' }).click();
  await form.getByLabel(/^单位全称/).fill(name);
  await form.getByLabel(/^统一社会信用代码/).fill(creditCode());
  await chooses('cert.pem', pem);
  await form.getByRole('button', { name: '保存' }).click();
  await form.locator('.refusal').waitFor();
  assert.equal(await form.getByLabel(/^单位全称/).inputValue(), name);
  await form.getByRole('button', { name: '取消' }).click();

  // Whoever sends packages reads the register and keeps nothing of it.
  const clerk = await signedIn('clerk', '/console/exchange');
  clerk.expected.push('403');
  await row(clerk).getByText('受信任').waitFor();
  assert.equal(await clerk.page.getByRole('button', { name: /登记交换单位|停止信任/ }).count(), 0);
  assert.equal(await asked(clerk, '/v1/exchangePartners', { displayName: name }), 403);
  await clerk.findsNoSeriousFault();
  const staff = await signedIn('staff', '/console/exchange');
  await staff.page.locator('.refusal', { hasText: 'document.exchangePartners.read' }).first().waitFor();
  assert.equal(await staff.page.locator('nav').getByRole('link', { name: /^交换单位/ }).count(), 0);

  await row(security).getByRole('button', { name: `停止信任：${name}` }).click();
  assert.ok(await row(security).locator('.act button[type=submit]').isDisabled());
  await row(security).getByLabel('理由').fill('证书到期，换新证书');
  await security.findsNoSeriousFault();
  await row(security).locator('.act button[type=submit]').click();
  await row(security).getByText('证书到期，换新证书').waitFor();
  assert.equal(await row(security).getByRole('button').count(), 0);
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  assert.match(readFileSync(await table.path(), 'utf8'), new RegExp(`${name}.*证书到期，换新证书`));
});

test('The system administrator sees how far every service has come, compares what is made of events with them, and makes it anew; nobody else does', async () => {
  const system = await signedIn('sysadmin', '/console/');
  const { page } = system;
  await page.getByRole('link', { name: /^事件/ }).click();
  const paths = page.getByRole('region', { name: '事件来源' }).locator('tbody tr');
  await paths.filter({ hasText: '综合协调' }).filter({ hasText: '公文' }).first().waitFor();
  const model = page.locator('.received li', { hasText: '办公桌待办' }).first();
  await model.getByRole('button', { name: '比对：办公桌待办' }).click();
  await model.locator('[role=status] .fine').nth(2).waitFor();
  assert.equal(await model.locator('[role=status] .wrong').count(), 0);
  await model.getByRole('button', { name: '重建：办公桌待办' }).click();
  await model.getByText('其他写入要等待').waitFor();
  await system.findsNoSeriousFault();
  await system.picture('events-rebuild');
  await page.keyboard.press('Enter');
  await model.locator('form').waitFor({ state: 'detached' });
  await model.locator('[role=status] .fine').nth(2).waitFor();
  await system.picture('events');

  const auditor = await signedIn('auditor', '/console/audit?service=coordination&account=sysadmin');
  await auditor.page.locator('tbody tr', { hasText: 'RebuildReadModel' }).first().locator('.fine').waitFor();
  auditor.expected.push('403');
  await goes(auditor, 'events');
  await auditor.page.locator('.refusal', { hasText: 'platform.eventPath.read' }).first().waitFor();
  assert.equal(await asked(auditor, '/v1/services/coordination/readModels'), 403);
  assert.equal(await asked(auditor, '/v1/services/coordination/deadLetters:redrive', {}), 403);
});

test('Dead letters are shown without what they say and re-driven; what fails again stays with its reason', async (t) => {
  if (office.data === undefined || !has('sqlite3')) return t.skip('the folder of the suite is not known, or sqlite3 is not installed');
  // Written beside the service, as a fault of an earlier version would have left them: the suite itself sets nothing aside.
  const store = (sql) => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(office.data, 'services', 'coordination.db'), sql], { encoding: 'utf8' });
  const ticks = `${(BigInt(Date.now()) + 62_135_596_800_000n) * 10_000n}`;
  const sequences = [9_000_000 + Number(run) * 2, 9_000_001 + Number(run) * 2];
  const setAside = (sequence, type, payload, reason) => store(`insert into dead_letters values ('document', ${sequence}, 'backoffice.document.v1.${type}', '${payload}', ${ticks}, '', 'document/${sequence}', '${reason}', 0, ${ticks}, null)`);
  setAside(sequences[0], 'IncomingDocumentRegistered', '{"secret":"绝不显示"', 'InvalidJsonException');
  setAside(sequences[1], 'NothingIsDoneAboutThis', '{}', 'InvalidOperationException');
  try {
    const system = await signedIn('sysadmin', '/console/events');
    const { page } = system;
    const letters = page.getByRole('region', { name: '死信：综合协调' }).last();
    const line = (sequence) => letters.locator('tbody tr', { hasText: String(sequence) });
    await line(sequences[0]).getByText('IncomingDocumentRegistered').waitFor();
    await line(sequences[1]).waitFor();
    assert.ok(!(await page.content()).includes('绝不显示'));
    await page.locator('tbody tr', { hasText: '有死信' }).first().waitFor();
    await page.getByRole('button', { name: '重新处理死信：综合协调' }).click();
    await page.getByLabel('事件来源').last().selectOption({ label: '公文' });
    await system.findsNoSeriousFault();
    await system.picture('dead-letters');
    await page.locator('.act button[type=submit]').click();
    await page.getByText('综合协调：处理了 1 个，仍有 1 个。').waitFor();
    await line(sequences[1]).waitFor({ state: 'detached' });
    assert.equal(await line(sequences[0]).locator('td').nth(5).innerText(), '1');
    await system.picture('dead-letters-again');
  } finally {
    store(`delete from dead_letters where sequence in (${sequences.join(',')})`);
  }
});

test('One leak report is read in full by its reporter and the officer, who records its reporting there; for anybody else it does not exist', async () => {
  const staff = await signedIn('staff', '/console/secrecy');
  const what = `移动硬盘找不到（${run}）`;
  await staff.page.getByRole('button', { name: '报告泄密' }).click();
  await staff.page.getByLabel('情况').fill(what);
  await staff.page.getByLabel('已采取的补救措施').fill('已停用账号');
  await staff.page.locator('.act button[type=submit]').click();
  await staff.page.locator('.received li', { hasText: what }).getByRole('link', { name: /发现$/ }).click();
  await staff.page.getByText('尚未上报').waitFor();
  assert.equal(await staff.page.getByRole('button', { name: '登记上报' }).count(), 0);
  await staff.findsNoSeriousFault();
  const address = staff.page.url();

  const head = await signedIn('director', new URL(address).pathname);
  await head.page.getByText('已停用账号').waitFor();
  await head.page.getByRole('button', { name: '登记上报' }).click();
  await head.page.getByLabel('报送的机关和报告文号').fill('市保密局，江民密报〔2026〕2号');
  await head.findsNoSeriousFault();
  await head.picture('leak');
  await head.page.locator('.act button[type=submit]').click();
  await head.page.getByText(/已上报：市保密局/).first().waitFor();
  assert.equal(await head.page.getByRole('button', { name: '登记上报' }).count(), 0);
  await head.picture('leak-reported');

  const clerk = await signedIn('clerk', new URL(address).pathname);
  clerk.expected.push('404');
  await clerk.page.locator('.refusal').waitFor();
});

test('One template is read in full, in every version it had, and revised there by the office director alone', async () => {
  const director = await signedIn('office-director', '/console/outgoing/templates');
  const { page } = director;
  const name = `情况通报${run}`;
  const form = page.locator('form.act');
  await page.getByRole('button', { name: '新建模板' }).click();
  await form.getByLabel('代号（小写字母、数字、连字符）').fill(`watch-${run}`);
  await form.getByLabel('模板名称').fill(name);
  await form.getByLabel('文种').selectOption({ label: '通报' });
  await form.getByLabel('标题').fill('江州市民政局关于{subject}的通报');
  await form.getByLabel('正文').fill('现将{subject}有关情况通报如下。');
  await form.getByLabel('subject 的提示').fill('什么事');
  await form.getByLabel('subject 的示例').fill('冬季救助');
  await form.getByLabel('依据').fill('本局惯例');
  await form.locator('button[type=submit]').click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.locator('.body mark', { hasText: '什么事' }).waitFor();
  await page.getByText('什么事，例如：冬季救助').waitFor();
  await page.getByRole('button', { name: '修订', exact: true }).click();
  await form.getByLabel('正文').fill('现将{subject}有关情况通报如下。\n请认真落实。');
  await form.locator('button[type=submit]').click();
  await page.locator('.body', { hasText: '请认真落实' }).waitFor();
  await director.findsNoSeriousFault();
  await director.picture('template');
  await page.getByRole('link', { name: '第 1 版' }).click();
  await page.getByText('这是旧版，现在用的是第 2 版。').waitFor();
  assert.equal(await page.locator('.body', { hasText: '请认真落实' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: '修订', exact: true }).count(), 0);

  const staff = await signedIn('staff', `/console/outgoing/templates/watch-${run}`);
  await staff.page.locator('.body', { hasText: '请认真落实' }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: '修订', exact: true }).count(), 0);
  staff.expected.push('404');
  await goes(staff, 'outgoing/templates/no-such-template');
  await staff.page.locator('.refusal').waitFor();
  const security = await signedIn('secadmin', `/console/outgoing/templates/watch-${run}`);
  security.expected.push('403');
  await security.page.locator('.refusal', { hasText: 'document.draftTemplates.read' }).waitFor();
});

test('A sealed file is whole and ours where it is verified', async () => {
  const [staff, chief, director, deputy, head, clerk] = await Promise.all(['staff', 'section-chief', 'office-director', 'deputy-director', 'director', 'clerk'].map((account) => signedIn(account)));
  const name = `江州市民政局公章（验${run}）`;
  await entersSeal(office, director, name);
  const address = await issues(office, { staff, chief, director, deputy, clerk }, `关于验章的通知（${run}）`, prints);
  const application = await appliesForSeal(clerk, address, name);
  await acts(director, application, '同意', '同意');
  await acts(head, application, '批准用印', '批准用印');
  await acts(clerk, application, '盖章', '盖章');
  await clerk.page.getByText('已用印').waitFor();
  await clerk.page.goto(address);
  const [file] = await Promise.all([clerk.page.waitForEvent('download'), clerk.page.getByRole('button', { name: 'PDF', exact: true }).click()]);
  await goes(clerk, 'outgoing/verify-seal');
  const sealed = readFileSync(await file.path());
  const chooses = (name, buffer) => clerk.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await chooses('已盖章.pdf', sealed);
  const answer = clerk.page.locator('.act', { hasText: '已盖章.pdf' });
  await answer.locator('strong', { hasText: '印章有效' }).waitFor();
  await answer.getByText('SHA-256').first().waitFor();
  assert.equal(await answer.locator('.facts .wrong').count(), 0);
  await clerk.findsNoSeriousFault();
  await clerk.picture('verify-seal');
  // A remark written behind the end is under no seal.
  await chooses('追加.pdf', Buffer.concat([sealed, Buffer.from('\n% 追加\n')]));
  await clerk.page.locator('.act', { hasText: '追加.pdf' }).locator('strong', { hasText: '印章无效' }).waitFor();
  await destroysSeal(office, director, name);
});

test('The kind of a hit is asked of its register: it is counted in full, and only that register is read on', async () => {
  const clerk = await signedIn('clerk', '/console/search');
  const { page } = clerk;
  const word = `巡检${run}`;
  for (let number = 1; number <= 57; number++) assert.equal(await asked(clerk, '/v1/outgoingDocuments', { title: `${word}第${number}号` }), 200);
  // A change is found within a second or two.
  await page.waitForFunction(async (query) => (await (await fetch(`/v1/outgoingDocuments:search?query=${encodeURIComponent(query)}`)).json()).totalSize === 57, word, { polling: 1_000 });
  const kind = page.locator('.facet').getByRole('button', { name: /^发文/ });
  await page.getByLabel('查找的词').fill(word);
  await page.keyboard.press('Enter');
  await page.getByText('已读出 50 件，还有更多').waitFor();
  await page.goto(`${office.origin}/console/search?q=${encodeURIComponent(word)}&kind=outgoing`);
  await kind.locator('.count', { hasText: '57' }).waitFor();
  await page.getByText('类别是全部件数').waitFor();
  await page.getByRole('button', { name: '加载更多' }).click();
  await page.getByText('共 57 件').waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('search-kind');
});

for (const [name, options] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }],
  ['on a phone', { screen: 'phone' }],
]) {
  test(`Partners and events ${name} are without serious fault and no wider than the screen`, async () => {
    const called = name.replaceAll(/[^a-z]+/gi, '-');
    const security = await signedIn('secadmin', '/console/exchange', options);
    await security.page.getByRole('button', { name: /^(登记交换单位|Enter a partner)/ }).press('Enter');
    await security.page.locator('form.kept input').first().waitFor();
    await security.findsNoSeriousFault();
    await security.fits();
    await security.picture(`exchange-${called}`);
    const system = await signedIn('sysadmin', '/console/events', options);
    await system.page.locator('.received li').nth(2).waitFor();
    await system.findsNoSeriousFault();
    await system.fits();
    await system.picture(`events-${called}`);
  });
}
