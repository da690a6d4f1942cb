// Who stands in for whom, what somebody who leaves still holds, the figures of the office, and what became of documents that are done with.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn: enters } = journeys({ picturesAtTheEnd: true });
const signedIn = (account, path = '/console/', options = {}) => enters(account, options, path);
const goes = (person, place) => person.page.goto(`${office.origin}/console/${place}`);
const form = (person) => person.page.locator('form.kept');
const save = (person) => form(person).getByRole('button', { name: '保存' }).click();

/** A minute at the office, so many days from now, as an input of day and time has it. */
const minute = (days) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000)).replace(' ', 'T');

/** Calls an rpc as the page would, with the session of whoever is signed in. */
const calls = (person, path, body) => person.page.evaluate(async ([to, sent]) => {
  const response = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent });
  return { status: response.status, answer: await response.json() };
}, [path, JSON.stringify(body)]);

async function does(person, path, body = {}) {
  const { status, answer } = await calls(person, path, body);
  assert.equal(status, 200, `${path}: ${JSON.stringify(answer)}`);
  return answer;
}

let registered = 0;
/** A document that is registered and under way; answers its name and matter. */
async function isHandled(clerk, title) {
  const { incomingDocument } = await does(clerk, '/v1/incomingDocuments', {
    title, issuer: '江州省民政厅', documentNumber: `江民发〔2026〕${run}${++registered}号`, genre: 'DOCUMENT_GENRE_NOTICE', body: '各市民政局：\n请报送情况。', issueDate: { year: 2026, month: 11, day: 20 },
  });
  const started = await does(clerk, `/v1/${incomingDocument.name}:startHandling`);
  return { name: incomingDocument.name, matter: started.matter.name };
}

/** 阅知件: screened, read by the director and closed, so that it files itself. */
async function isClosed(clerk, director, title) {
  const { name, matter } = await isHandled(clerk, title);
  const checks = { oursToHandle: true, routingRulesKept: true, genreAndFormatRight: true, consulted: true, draftingRulesKept: true };
  await does(clerk, `/v1/${name}:screen`, { checks, kind: 'HANDLING_KIND_FOR_INFORMATION', readers: [{ post: 'posts/director' }] });
  await does(director, `/v1/document/${matter}:read`, {});
  await does(clerk, `/v1/${name}:close`, { opinion: '阅毕归档。', answer: '无需答复' });
  return { name, matter };
}

/** Chooses in a list by typing, without a mouse. */
async function picks(person, label, option) {
  const { page } = person;
  await page.getByRole('combobox', { name: label, exact: true }).focus();
  await page.keyboard.type(option);
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active', { hasText: option }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ant-select', { has: page.getByRole('combobox', { name: label, exact: true }) }).getByText(option).first().waitFor();
}

/** The text of a file that a button saves. */
async function saves(person, button) {
  const loading = person.page.waitForEvent('download');
  await button.click();
  return readFile(await (await loading).path(), 'utf8');
}

test('A chief delegates a post for a journey, the deputy finds it on the desk, and the chief ends it before its time', async () => {
  const chief = await signedIn('section-chief', '/console/delegations');
  const { page } = chief;
  await page.getByText('没有委托给您的岗位。').waitFor();
  await page.getByRole('button', { name: '新建委托代理' }).click();
  await save(chief);
  // The contract's own rules, before anything is sent.
  await form(chief).locator('.wrong', { hasText: '至少 1 个字' }).waitFor();
  assert.ok(await form(chief).locator('.wrong').count() >= 3);
  await picks(chief, '被代理岗位', '社会救助和区划地名科科长');
  await picks(chief, '代理岗位', '社会救助和区划地名科科员');
  await form(chief).getByLabel(/^开始时间/).fill(minute(-1));
  await form(chief).getByLabel(/^结束时间/).fill(minute(3));
  await form(chief).getByLabel(/^事由/).fill(`出差（${run}）`);
  await chief.findsNoSeriousFault();
  await chief.picture('delegation-form');
  // What is typed outlives the page.
  await page.reload();
  await page.getByRole('button', { name: '新建委托代理' }).click();
  assert.equal(await form(chief).getByLabel(/^事由/).inputValue(), `出差（${run}）`);
  await save(chief);
  await page.getByRole('heading', { name: '社会救助和区划地名科科员代理社会救助和区划地名科科长' }).waitFor();
  await page.locator('.page > header .state', { hasText: '生效中' }).waitFor();
  const address = new URL(page.url()).pathname;
  await chief.findsNoSeriousFault();
  await chief.picture('delegation');

  // The same post twice at one time: the service says so.
  chief.expected.push('400', '409', '412');
  await goes(chief, 'delegations?of=posts/relief-chief');
  await picks(chief, '代理岗位', '办公室主任');
  await form(chief).getByLabel(/^结束时间/).fill(minute(1));
  await form(chief).getByLabel(/^事由/).fill('休假');
  await save(chief);
  await form(chief).locator('.refusal', { hasText: '已委托他人' }).waitFor();
  await page.keyboard.press('Escape');
  await form(chief).waitFor({ state: 'detached' });

  const staff = await signedIn('staff', '/console/desk');
  await staff.page.locator('.delegation', { hasText: `出差（${run}）` }).getByRole('link', { name: '委托代理' }).click();
  await staff.page.getByRole('heading', { name: /代理社会救助和区划地名科科长$/ }).waitFor();
  assert.equal(new URL(staff.page.url()).pathname, address);
  assert.equal(await staff.page.getByRole('button', { name: '撤销委托代理' }).count(), 0);
  staff.expected.push('403');
  assert.equal((await calls(staff, `/v1/${address.replace('/console/', '')}:revoke`, {})).status, 403);
  await goes(staff, 'delegations');
  await staff.page.getByRole('region', { name: '委托给我的' }).first().getByText(`出差（${run}）`).waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('delegations-received');

  await goes(chief, address.replace('/console/', ''));
  await page.getByRole('button', { name: '撤销委托代理' }).click();
  await page.getByRole('button', { name: '确认撤销' }).click();
  await page.locator('.page > header .state', { hasText: '已撤销' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '撤销委托代理' }).count(), 0);
  await goes(staff, 'desk');
  await staff.page.locator('.live:not(.away)').waitFor();
  assert.equal(await staff.page.locator('.delegation', { hasText: run }).count(), 0);

  // The list is exported as it is shown.
  await goes(chief, 'delegations');
  await page.getByRole('region', { name: '委托他人代理我的岗位' }).first().getByText(`出差（${run}）`).waitFor();
  await chief.picture('delegations');
  assert.match(await saves(chief, page.getByRole('button', { name: 'CSV' })), new RegExp(`出差（${run}）,,已撤销`));
});

test('The office director delegates any post of the bureau; an administrator finds no delegations and is refused on the address', async () => {
  const director = await signedIn('office-director', '/console/delegations?of=posts/finance-chief');
  await picks(director, '代理岗位', '分管副局长');
  await form(director).getByLabel(/^开始时间/).fill(minute(400));
  await form(director).getByLabel(/^结束时间/).fill(minute(401));
  await form(director).getByLabel(/^事由/).fill(`学习（${run}）`);
  await save(director);
  await director.page.locator('.page > header .state', { hasText: '未开始' }).waitFor();
  await director.page.getByRole('button', { name: '撤销委托代理' }).click();
  await director.page.getByRole('button', { name: '确认撤销' }).click();
  await director.page.locator('.page > header .state', { hasText: '已撤销' }).waitFor();
  await goes(director, 'delegations?view=all');
  await director.page.getByRole('region', { name: '全局的委托代理' }).first().getByText(`学习（${run}）`).waitFor();

  const system = await signedIn('sysadmin', '/console/delegations');
  await system.page.getByText('没有权限：需要 coordination.delegations.read。').waitFor();
  assert.equal(await system.page.locator('.shell > nav a', { hasText: '委托代理' }).count(), 0);
  system.expected.push('403');
  assert.equal((await calls(system, '/v1/delegations', { post: 'posts/relief-chief', deputyPost: 'posts/relief-staff', reason: '越权' })).status, 403);
});

test('What somebody who leaves still holds is found from the organisation, with the rule that keeps the person and where each thing goes', async () => {
  const clerk = await signedIn('clerk');
  const title = `关于离岗检查的通知（${run}）`;
  await isHandled(clerk, title);
  const staff = await signedIn('staff');
  await does(staff, '/v1/outgoingDocuments', { title: `拟稿未送（${run}）` });

  const director = await signedIn('office-director', '/console/organisation/office');
  await director.page.getByRole('link', { name: '离岗清退：王小文' }).click();
  await director.page.getByRole('heading', { name: '王小文离岗清退' }).waitFor();
  await director.page.locator('.citation', { hasText: '不能离岗' }).first().waitFor();
  await director.page.getByRole('region', { name: '离岗清退' }).last().waitFor();
  const line = director.page.locator('tbody tr', { hasText: title });
  for (let more = director.page.getByRole('button', { name: '加载更多' }); await line.count() === 0 && await more.count() > 0;) await more.click();
  await line.getByText('待办', { exact: true }).waitFor();
  await line.getByText('由继任者接办').waitFor();
  await director.page.getByRole('region', { name: '岗位去向' }).first().getByText('档案员 冯存真').waitFor();
  await director.findsNoSeriousFault();
  await director.picture('departure');
  assert.match(await saves(director, director.page.getByRole('button', { name: 'CSV' })), new RegExp(`待办,${title}`));
  await director.page.getByRole('link', { name: '新建委托代理' }).click();
  await form(director).locator('.ant-select', { hasText: '文书（机要收发）' }).waitFor();

  // A draft that the clerk may not read is told without its title.
  await goes(clerk, 'organisation/relief');
  await clerk.page.getByRole('link', { name: '离岗清退：李勤' }).click();
  await clerk.page.locator('tbody tr', { hasText: '草稿' }).first().getByText('（无权查看的公文）').waitFor();
  assert.equal(await clerk.page.getByText(`拟稿未送（${run}）`).count(), 0);
  // Whoever may not check finds no link, and nothing at the address.
  await goes(staff, 'organisation/relief');
  await staff.page.locator('.posts li').first().waitFor();
  assert.equal(await staff.page.getByRole('link', { name: /离岗清退/ }).count(), 0);
  await goes(staff, 'departures/clerk');
  await staff.page.getByText('没有权限：需要 document.departures.check。').waitFor();
});

test('What is closed files itself and stands among the filings and in the figures; its matter leads to the procedure', async () => {
  const [clerk, head] = [await signedIn('clerk'), await signedIn('director')];
  const title = `关于归档统计的通知（${run}）`;
  const { matter } = await isClosed(clerk, head, title);

  const archivist = await signedIn('archivist', '/console/archive');
  // While it waits, its title is asked of the document, which the archivist may not read.
  archivist.expected.push('404');
  await archivist.page.getByRole('link', { name: '归档情况' }).click();
  const filed = archivist.page.locator('tbody tr', { hasText: title });
  await filed.getByText('已归档').waitFor();
  await archivist.findsNoSeriousFault();
  await archivist.picture('filings');
  await filed.getByRole('link', { name: '查看档案' }).click();
  await archivist.page.getByRole('heading', { name: title }).waitFor();
  await goes(archivist, 'archive/filings?state=NOT_FILED');
  await archivist.page.locator('.register > header h1').waitFor();
  assert.equal(await archivist.page.locator('tbody tr', { hasText: title }).count(), 0);
  // The clerk, to whom the archive is not open, finds them from the outgoing documents.
  await goes(clerk, 'outgoing');
  await clerk.page.getByRole('link', { name: '归档情况' }).click();
  await clerk.page.locator('tbody tr', { hasText: title }).waitFor();
  assert.equal(await clerk.page.getByRole('link', { name: '查看档案' }).count(), 0);
  const staff = await signedIn('staff', '/console/archive/filings');
  await staff.page.getByText('没有权限：需要 archive.filings.read。').waitFor();

  await goes(clerk, matter);
  await clerk.page.getByText('收文办理（第 2 版）').waitFor();
  await clerk.page.locator('tbody tr.chosen', { hasText: '办结' }).waitFor();
  await clerk.page.getByText('记录完整，未被改动').waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('matters');
  await clerk.page.getByLabel(/^状态/).selectOption({ label: '终止' });
  await clerk.page.getByText('没有符合条件的办理。').waitFor();
  await clerk.page.getByLabel(/^状态/).selectOption({ label: '办结' });
  await clerk.page.getByRole('link', { name: '看程序' }).click();
  await clerk.page.getByRole('heading', { name: '初审' }).waitFor();

  await goes(clerk, 'figures');
  const bars = clerk.page.getByRole('table', { name: '收发文件数' });
  await bars.waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('figures-documents');
  await clerk.page.getByLabel(/^分类/).selectOption({ label: '文种' });
  await bars.getByRole('row', { name: /^通知/ }).waitFor();
  await clerk.page.getByLabel(/^单位/).selectOption({ label: '　办公室（综合执法科）' });
  await clerk.page.getByRole('combobox', { name: /^收发/ }).selectOption({ label: '收文' });
  await bars.getByRole('row', { name: /^通知 [1-9]/ }).waitFor();
  assert.match(await saves(clerk, clerk.page.getByRole('button', { name: 'CSV' })), /\d{4}-\d{2},收文,通知,办公室（综合执法科）,[1-9]/);
  await clerk.page.getByRole('link', { name: '环节时效' }).click();
  await clerk.page.getByRole('row', { name: /收文办理 初审/ }).waitFor();
  await clerk.page.getByLabel(/^图示/).selectOption({ label: '办理数' });
  await clerk.findsNoSeriousFault();
  await clerk.picture('figures-steps');
  await clerk.page.getByRole('link', { name: '每日登记' }).click();
  await clerk.page.getByRole('table', { name: '收文登记数' }).locator('tbody tr').first().waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('figures-daily');
  await clerk.page.getByLabel(/^从/).fill('2027-12');
  await clerk.page.getByText('请选择起止月份').waitFor();
  await clerk.page.getByLabel(/^至/).fill('2027-12');
  await clerk.page.getByText('这段时间没有数据').waitFor();
  await goes(staff, 'figures');
  await staff.page.getByText('没有权限：需要 coordination.statistics.read。').waitFor();
});

for (const [name, options] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }],
  ['on a phone', { screen: 'phone' }],
  ['at 1920×1080', { screen: 'wide' }],
]) {
  test(`Delegations, departures, filings and figures ${name} are without serious fault and no wider than the screen`, async () => {
    const called = name.replaceAll(/[^a-z0-9]+/gi, '-');
    const director = await signedIn('office-director', '/console/delegations', options);
    await director.page.locator('.register .buttons button').click();
    await form(director).locator('input').first().waitFor();
    await director.findsNoSeriousFault();
    await director.fits();
    await director.picture(`delegation-form-${called}`);
    for (const [place, ready] of [
      ['delegations?view=all', '.register section'], ['departures/clerk', '.page section tbody tr'], ['archive/filings', '.register tbody tr, .register .empty'],
      ['figures', '.bars tbody tr'], ['figures?tab=steps', '.numbers tbody tr'], ['figures?tab=daily', '.numbers tbody tr'],
    ]) {
      await goes(director, place);
      await director.page.locator(ready).first().waitFor();
      await director.findsNoSeriousFault();
      await director.fits();
      await director.picture(`${place.replaceAll(/[^a-z]+/gi, '-')}-${called}`);
    }
  });
}
