// Whoever keeps people, rooms and vehicles, and where somebody is signed in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, comes, signedIn: enters } = journeys();
const signedIn = (account, path = '/console/', options = {}) => enters(account, options, path);
const goes = (person, place) => person.page.goto(`${office.origin}/console/${place}`);
const form = (person) => person.page.locator('form.kept');
const save = (person) => form(person).getByRole('button', { name: '保存' }).click();
const acts = (person) => person.page.getByRole('button', { name: /^(新建|修改)/ });
/** A day far enough ahead that nothing else is booked on it, other in every run. */
const day = new Date(Date.UTC(2027, 0, 4) + (Number(run) % 1500) * 86_400_000).toISOString().slice(0, 10);

/** By the temporary password and a new one, to the page asked for. */
async function choosesPassword(person, given, next) {
  const { page } = person;
  await goes(person, 'account');
  await person.givesPassword(page, given);
  await page.locator('input[name=repeat]').waitFor();
  await page.fill('#password', next);
  await page.fill('#repeat', next);
  await page.click('button[type=submit]');
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
}

test('A unit, a post and a person are made, the person is appointed and given an account, signs in, and ends the session of another browser', async () => {
  const [unit, post, person, login, password] = [`老龄工作科（${run}）`, `老龄工作科科员（${run}）`, `卫新${run}`, `new${run}`, `Own-${run}-password`];
  const system = await signedIn('sysadmin', '/console/organisation/bureau');
  await system.page.getByRole('button', { name: '新建下级单位' }).click();
  await save(system);
  // The contract's own rule, before anything is sent.
  await form(system).locator('.wrong', { hasText: '至少 1 个字' }).waitFor();
  await form(system).getByLabel(/^单位全称/).fill(unit);
  await form(system).getByLabel(/^职责/).fill('负责老年人福利\n负责高龄津贴');
  await system.findsNoSeriousFault();
  await system.picture('unit-form');
  // What is typed outlives the page.
  await system.page.reload();
  await system.page.getByRole('button', { name: '新建下级单位' }).click();
  assert.equal(await form(system).getByLabel(/^单位全称/).inputValue(), unit);
  await save(system);
  await system.page.getByRole('heading', { name: unit }).waitFor();
  await system.page.getByText('负责高龄津贴').waitFor();

  await system.page.getByRole('button', { name: '新建岗位' }).click();
  await form(system).getByLabel(/^岗位名称/).fill(post);
  await form(system).getByLabel(/^流程职能/).selectOption({ label: '科员' });
  await save(system);
  await system.page.getByRole('button', { name: `新建人员：${post}` }).click();
  await form(system).getByLabel(/^姓名/).fill(person);
  await form(system).getByLabel(/^登录名/).fill(login);
  await system.findsNoSeriousFault();
  await system.picture('person-form');
  await save(system);
  await system.page.locator('.holder', { hasText: person }).waitFor();
  await system.picture('unit-made');

  // Two change the same post: the second is told, and reads what stands.
  const other = await signedIn('sysadmin', new URL(system.page.url()).pathname);
  for (const one of [system, other]) {
    await one.page.getByRole('button', { name: `修改岗位：${post}` }).click();
    await form(one).getByLabel(/^职责/).waitFor();
  }
  await form(system).getByLabel(/^职责/).fill('承办高龄津贴');
  await save(system);
  await form(system).waitFor({ state: 'detached' });
  await form(other).getByLabel(/^职责/).fill('承办养老服务');
  await save(other);
  await other.page.getByRole('button', { name: '重新读取' }).click();
  await form(other).locator('textarea', { hasText: '承办高龄津贴' }).first().waitFor();
  await other.page.keyboard.press('Escape');

  await goes(system, 'rights');
  await system.page.getByRole('button', { name: '新建账号' }).click();
  await system.page.getByLabel('登录名').fill(login);
  await system.page.getByLabel('姓名').fill(person);
  await system.page.locator('.act button[type=submit]').click();
  const temporary = await system.page.locator('code.secret').innerText();
  const security = await signedIn('secadmin', '/console/rights');
  const line = (who) => who.page.locator('tbody tr', { hasText: login });
  await line(security).getByRole('button', { name: /授予角色/ }).click();
  await line(security).getByLabel('科员').check();
  await line(security).locator('.act button[type=submit]').click();
  await line(security).getByRole('link', { name: '科员' }).waitFor();
  assert.equal(await line(security).getByRole('button', { name: /结束登录/ }).count(), 0);

  const own = await comes(login);
  await choosesPassword(own, temporary, password);
  await own.page.getByRole('region', { name: '我的账号' }).getByText(post).waitFor();
  const rows = own.page.getByRole('region', { name: '登录的浏览器' }).last().locator('tbody tr');
  await rows.filter({ hasText: '本次登录' }).waitFor();
  assert.equal(await rows.count(), 1);

  const lost = await comes(login);
  lost.expected.push('401');
  await goes(lost, 'desk');
  await lost.givesPassword(lost.page, `${password}-wrong`);
  await lost.page.locator('.problem, #problem').first().waitFor();
  await lost.givesPassword(lost.page, password);
  await lost.page.locator('.live:not(.away)').waitFor();
  await own.page.reload();
  await rows.nth(1).waitFor();
  await own.findsNoSeriousFault();
  await own.picture('sessions');
  await own.page.getByRole('button', { name: /^结束登录：Chrome/ }).click();
  await own.page.getByText('已结束 1 个登录').waitFor();
  await rows.nth(1).waitFor({ state: 'detached' });
  // Its open stream ends by itself, and whatever it does next leads to sign-in.
  await lost.page.getByText('登录已过期').waitFor();
  await goes(lost, 'account');
  await lost.page.locator('#login').waitFor();

  await goes(system, 'rights');
  await line(system).getByRole('button', { name: /结束登录/ }).click();
  await line(system).locator('.act tbody tr').waitFor();
  await system.findsNoSeriousFault();
  await system.picture('sessions-of-another');
  await line(system).locator('.act button[type=submit]').click();
  await line(system).locator('.act').waitFor({ state: 'detached' });
  own.expected.push('401');
  await goes(own, 'account');
  await own.page.locator('#login').waitFor();

  // The trail tells all of it, and a sign-in that failed as one that failed.
  const auditor = await signedIn('auditor', `/console/audit?service=identity&account=${login}`);
  const entry = (act) => auditor.page.locator('tbody tr', { hasText: act }).first();
  await entry('SignInFailed').locator('.wrong', { hasText: 'WRONG_PASSWORD' }).waitFor();
  await entry('EndMySession').locator('.fine').waitFor();
  await auditor.picture('audit-of-sessions');
  await goes(auditor, `audit?service=identity&resource=accounts/${login}`);
  await entry('SessionService/EndSessions').locator('.fine').waitFor();
});

test('A room and a vehicle are made, changed and booked, and what is out of service is booked no more', async () => {
  const director = await signedIn('office-director', `/console/rooms?week=${day}`);
  const { page } = director;
  await page.getByRole('button', { name: '新建会议室' }).click();
  await form(director).getByLabel(/^会议室名称/).fill(`第${run}会议室`);
  await form(director).getByLabel(/^座位数/).fill('20000');
  await save(director);
  await form(director).locator('.field .wrong').waitFor();
  await form(director).getByLabel(/^座位数/).fill('24');
  await form(director).getByLabel(/^位置/).fill('四楼');
  await form(director).getByLabel(/^设备/).fill('投影\n视频会议');
  await director.findsNoSeriousFault();
  await director.picture('room-form');
  await save(director);
  await page.getByRole('button', { name: `第${run}会议室`, pressed: true }).waitFor();
  await page.getByText('四楼 · 24 座 · 投影 · 视频会议').waitFor();
  await page.locator(`[data-cell="${day}-18"]`).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('会议名称').fill(`季度会商（${run}）`);
  await page.getByRole('button', { name: '确认预订' }).click();
  await page.locator('table.plain tr', { hasText: `季度会商（${run}）` }).waitFor();
  await page.getByRole('button', { name: '修改会议室' }).click();
  await form(director).getByLabel('停用，不接受新的预订').check();
  await save(director);
  await page.getByRole('button', { name: new RegExp(`第${run}会议室 停用`), pressed: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: '预订', exact: true }).count(), 0);

  const onPhone = await signedIn('office-director', `/console/vehicles?week=${day}`, { screen: 'phone' });
  await onPhone.page.getByRole('button', { name: '新建车辆' }).click();
  await form(onPhone).getByLabel(/^车辆名称/).fill(`应急用车${run}`);
  // 号牌 of another vehicle: the service says so.
  await form(onPhone).getByLabel(/^号牌/).fill('江A·T0101');
  await form(onPhone).getByLabel(/^座位数/).fill('7');
  await save(onPhone);
  await form(onPhone).locator('.refusal').waitFor();
  await onPhone.findsNoSeriousFault();
  await onPhone.fits();
  await onPhone.picture('vehicle-form-on-a-phone');
  await form(onPhone).getByLabel(/^号牌/).fill(`江A·${run}`);
  await save(onPhone);
  await onPhone.page.getByRole('button', { name: `应急用车${run}`, pressed: true }).waitFor();
  await onPhone.page.locator(`[data-cell="${day}-18"]`).focus();
  await onPhone.page.keyboard.press('Enter');
  await onPhone.page.getByLabel('用车事由').fill(`下乡核查（${run}）`);
  await onPhone.page.getByRole('button', { name: '确认预订' }).click();
  await onPhone.page.locator('table.plain tr', { hasText: `下乡核查（${run}）` }).waitFor();
});

test('Whoever may not keep them finds no button, and is refused where another asks in their name', async () => {
  const clerk = await signedIn('clerk', '/console/organisation/office');
  clerk.expected.push('403');
  for (const place of ['organisation/office', 'rooms', 'vehicles']) {
    await goes(clerk, place);
    await clerk.page.locator('main h1').waitFor();
    await clerk.page.locator(place === 'organisation/office' ? '.posts li' : '.tabs button').first().waitFor();
    assert.equal(await acts(clerk).count(), 0, place);
  }
  await goes(clerk, 'rights');
  await clerk.page.locator('.refusal', { hasText: 'identity.accounts.read' }).waitFor();
  const refused = (path, body) => clerk.page.evaluate(async ([to, sent]) => (await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent })).status, [path, JSON.stringify(body)]);
  assert.equal(await refused('/v1/units', { displayName: '私设科' }), 403);
  assert.equal(await refused('/v1/rooms', { displayName: '私设会议室' }), 403);
  assert.equal(await refused('/v1/accounts/director/sessions:end', {}), 403);
  // The administrator of the system keeps people, and books nothing.
  const system = await signedIn('sysadmin', '/console/rooms');
  await system.page.locator('.refusal', { hasText: 'meeting.roomBookings.read' }).waitFor();
  assert.equal(await acts(system).count(), 0);
});

for (const [name, options] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }],
  ['on a phone', { screen: 'phone' }],
]) {
  test(`Sessions and forms ${name} are without serious fault and no wider than the screen`, async () => {
    const called = name.replaceAll(/[^a-z]+/gi, '-');
    const system = await signedIn('sysadmin', '/console/account', options);
    await system.page.locator('.own .broad tbody tr').first().waitFor();
    await system.findsNoSeriousFault();
    await system.fits();
    await system.picture(`sessions-${called}`);
    await goes(system, 'organisation/relief');
    for (const act of [/^(修改单位|Change unit)/, /^(新建岗位|New post)/, /^(修改人员|Change person)/]) {
      await system.page.getByRole('button', { name: act }).first().click();
      await form(system).locator('input').first().waitFor();
      await system.findsNoSeriousFault();
      await system.fits();
      await system.picture(`form-${String(act.source).replaceAll(/[^a-z]+/gi, '-')}${called}`);
      await system.page.keyboard.press('Escape');
      await form(system).waitFor({ state: 'detached' });
    }
  });
}
