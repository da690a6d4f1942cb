// The rest of the office in the console: search, the register's desk, organisation, bookings, archive, rights and sessions.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, comes, signedIn: enters } = journeys();
const signedIn = (account, path = '/console/', options = {}) => enters(account, options, path);
const goes = (person, place) => person.page.goto(`${office.origin}/console/${place}`);

/** Registers a document by hand; answers its address. */
async function registers(clerk, title, number = '') {
  const { page } = clerk;
  await goes(clerk, 'incoming/register');
  await page.getByLabel('标题').fill(title);
  await page.getByLabel('发文字号').fill(number);
  await page.getByLabel('发文机关').first().fill('江州省民政厅');
  await page.locator('.issueDay input').fill('2026-11-20');
  await page.getByLabel('文种').selectOption({ label: '通知' });
  await page.getByLabel('正文', { exact: true }).fill('各市民政局：\n请报送流浪乞讨人员救助台账。');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(/已登记：收〔\d{4}〕\d+号/).waitFor();
  return page.url();
}

/** A file as somebody chooses one. */
const file = (name, mimeType, text) => ({ name, mimeType, buffer: Buffer.from(text) });

test('A document is found by any word of it and by its number however its brackets are typed; hits are marked and narrowed, and a search is kept', async () => {
  const clerk = await signedIn('clerk');
  const { page } = clerk;
  await registers(clerk, `关于报送台账的通知（${run}）`, `江民发〔2025〕${run}号`);
  await registers(clerk, `关于台账格式的函（${run}）`, `江民函〔2026〕${run}号`);
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.getByLabel('查找的词').fill(`江民发[2025]${run}号`);
  await page.keyboard.press('Enter');
  await page.locator('.hits li').first().waitFor();
  assert.match(await page.locator('.hits li').first().innerText(), new RegExp(`江民发〔2025〕${run}号`));
  await page.locator('.hits li').first().locator('mark', { hasText: run }).first().waitFor();

  await page.getByLabel('查找的词').fill(`流浪乞讨 ${run}`);
  await page.keyboard.press('Enter');
  await page.locator('.hits .snippet mark', { hasText: '流浪乞讨' }).nth(1).waitFor();
  const year = page.locator('.facet', { hasText: '年份' }).getByRole('button', { name: /^2025/ });
  await year.click();
  await page.locator('.hits li').nth(1).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.hits li').count(), 1);
  await clerk.findsNoSeriousFault();
  await clerk.picture('search');
  await page.getByLabel('保存这次查找为').fill('台账');
  await page.keyboard.press('Enter');
  await goes(clerk, 'search');
  await page.locator('.saved').getByRole('link', { name: '台账' }).click();
  await page.locator('.hits li', { hasText: `〔2025〕${run}号` }).waitFor();
  assert.equal(await page.locator('.hits li').count(), 1);
  await page.getByRole('button', { name: '不再保存：台账' }).click();
  await page.locator('.saved').getByRole('link', { name: '台账' }).waitFor({ state: 'detached' });

  // Whoever may not see it finds nothing, and is told no more.
  const staff = await signedIn('staff', `/console/search?q=${encodeURIComponent(`流浪乞讨 ${run}`)}`);
  await staff.page.getByText('没有找到；换个词').waitFor();
  assert.equal(await staff.page.locator('.hits li').count(), 0);
});

test('A document is signed for, registered from that, corrected with the difference shown, and the version before is kept', async () => {
  const clerk = await signedIn('clerk', '/console/incoming');
  const { page } = clerk;
  await page.getByRole('button', { name: '签收', exact: true }).click();
  // Nothing but a carrier: the button waits for a title or a number.
  await page.getByLabel('来文单位').fill('机要交通');
  assert.ok(await page.locator('.entry button[type=submit]').isDisabled());
  await page.getByLabel('标题').fill(`关于汛期值守的通知（${run}）`);
  await page.getByLabel('份数').fill('100001');
  await page.locator('.entry button[type=submit]').click();
  await page.locator('.copyCount .wrong').waitFor();
  await page.getByLabel('份数').fill('2');
  await clerk.findsNoSeriousFault();
  await clerk.picture('sign-for');
  await page.locator('.entry button[type=submit]').click();
  await page.getByText('已签收。').waitFor();
  await page.locator('.handling').getByRole('link', { name: '收文登记' }).click();
  await page.getByLabel('发文机关').first().fill('江州省民政厅');
  assert.equal(await page.getByLabel('标题').inputValue(), `关于汛期值守的通知（${run}）`);
  assert.equal(await page.getByLabel('份数').inputValue(), '2');
  await page.getByRole('combobox', { name: '知悉范围' }).focus();
  await page.keyboard.type('李勤');
  await page.locator('.ant-select-item-option-active', { hasText: '李勤' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(/已登记：收〔\d{4}〕\d+号/).waitFor();
  const address = page.url();

  // Two correct it at once: the second is told, and what was typed is still there.
  const chief = await signedIn('office-director', new URL(address).pathname);
  await chief.page.getByRole('button', { name: '更正', exact: true }).click();
  await chief.page.getByLabel('来文单位').fill('省厅机要室');
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await page.getByText('还没有改动').waitFor();
  await page.getByLabel('标题').fill(`关于加强汛期值守的通知（${run}）`);
  await page.locator('.field-differences ins', { hasText: '加强汛期' }).waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('correct');
  await page.getByRole('button', { name: '提交更正' }).click();
  await page.getByText('已更正，现为第 2 版。').waitFor();
  await page.locator('.versions summary').click();
  await page.locator('.versions del', { hasText: '关于汛期值守' }).waitFor();
  await clerk.picture('versions');
  await chief.page.getByRole('button', { name: '提交更正' }).click();
  await chief.page.locator('.refusal').getByRole('button', { name: '重新读取' }).click();
  await chief.page.getByText('您开始更正后，此件又有改动').waitFor();
  assert.equal(await chief.page.getByLabel('来文单位').inputValue(), '省厅机要室');
  await chief.page.getByRole('button', { name: '看过了，继续' }).click();
  await chief.page.getByRole('button', { name: '提交更正' }).click();
  await chief.page.getByText('已更正，现为第 3 版。').waitFor();

  // A reader reads it, and corrects nothing: neither by a button nor by the address.
  const staff = await signedIn('staff', new URL(address).pathname);
  await staff.page.getByRole('heading', { name: `关于加强汛期值守的通知（${run}）` }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: '更正', exact: true }).count(), 0);
  for (const [place, permission] of [[`${new URL(address).pathname.replace('/console/', '')}/correct`, 'update'], ['incoming/import', 'import'], ['incoming/sign-for', 'signFor'], ['incoming/register', 'register']]) {
    await goes(staff, place);
    await staff.page.getByText(`没有权限：需要 document.incomingDocuments.${permission}。`).waitFor();
  }
});

test('A file of records is compared with the register before anything of it is imported, and each record is accepted or refused on its own', async () => {
  const clerk = await signedIn('clerk');
  const { page } = clerk;
  await registers(clerk, `关于婚姻登记的通知（${run}）`, `江民婚〔2026〕${run}号`);
  await goes(clerk, 'incoming');
  await page.getByRole('button', { name: '批量导入' }).click();
  const table = [
    '来源,标题,发文字号,发文机关,成文日期,文种',
    `exam-${run}/1,"关于殡葬改革的意见（${run}）",江民殡〔2026〕${run}号,江州省民政厅,2026-11-01,意见`,
    `exam-${run}/2,关于婚姻登记工作的通知（${run}）,江民婚〔2026〕${run}号,江州省民政厅,2026-11-20,通知`,
    `,没有来源的通知（${run}）,,江州省民政厅,2026-11-02,通知`,
  ].join('\n');
  await page.locator('.page > .add-file input').setInputFiles(file('records.csv', 'text/csv', table));
  await page.getByText('新记录 2 条，登记簿已有 1 条，有误 0 条。').waitFor();
  await page.locator('tbody tr', { hasText: '婚姻登记' }).locator('ins', { hasText: '婚姻登记工作' }).waitFor();
  assert.equal(await page.getByLabel('导入第 3 行').isChecked(), false);
  await clerk.findsNoSeriousFault();
  await clerk.picture('import-preview');
  // Without a source nothing says whether it was imported before: the service refuses the whole call, and the record is left out.
  await page.getByLabel('导入第 4 行').uncheck();
  await page.getByRole('button', { name: '导入选中的 1 条' }).click();
  await page.getByText('已登记 1 条，此前已导入 0 条，未接受 0 条。').waitFor();
  // The same file again changes nothing.
  await page.locator('.page > .add-file input').setInputFiles(file('records.csv', 'text/csv', table));
  await page.getByText('新记录 1 条，登记簿已有 2 条').waitFor();
  await page.getByLabel('导入第 2 行').check();
  await page.getByLabel('导入第 4 行').uncheck();
  await page.getByRole('button', { name: '导入选中的 1 条' }).click();
  await page.getByText('已登记 0 条，此前已导入 1 条').waitFor();
  // A broken file, and a package that is none, are refused in words.
  await page.locator('.page > .add-file input').setInputFiles(file('records.json', 'application/json', '[{"title": '));
  await page.getByText('读不出来').waitFor();
  await page.locator('.import-package input').setInputFiles(file('package.zip', 'application/zip', 'no package'));
  await page.locator('.import-package .refusal').waitFor();
  await clerk.picture('import-refused');
});

test('The organisation opens any unit at once, by word and by key; procedures show every step with standard and time limit, and two versions side by side', async () => {
  const chief = await signedIn('section-chief', '/console/organisation');
  const { page } = chief;
  // Whoever comes finds the own unit.
  await page.getByRole('heading', { name: '社会救助和区划地名科', exact: true }).waitFor();
  await page.getByLabel('查找单位、岗位或人员').fill('王小文');
  await page.locator('.tree li').nth(1).waitFor({ state: 'detached' });
  await page.locator('.tree').getByRole('link', { name: /办公室/ }).click();
  await page.locator('.posts li', { hasText: '文书（机要收发）' }).locator('.holder', { hasText: '王小文' }).waitFor();
  await page.getByText('AB岗：档案员 冯存真').first().waitFor();
  await page.getByLabel('查找单位、岗位或人员').fill('');
  await page.locator('.tree h1').click();
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: '社会救助和区划地名科', exact: true }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { name: /^办公室/ }).first().waitFor();
  // Nobody holds the post of the section of finance, and it is said.
  await page.locator('.tree').getByRole('link', { name: '规划财务科' }).click();
  await page.getByText('空缺').waitFor();
  await page.getByLabel('需要注意').waitFor();
  await chief.findsNoSeriousFault();
  await chief.picture('organisation');

  await page.keyboard.press('8');
  await page.getByRole('link', { name: '收文办理' }).click();
  const screening = page.locator('.procedure-steps li', { hasText: '初审' }).first();
  await screening.getByText('第24条').first().waitFor();
  await screening.getByText('时限', { exact: true }).waitFor();
  await page.getByLabel('对照').selectOption({ index: 1 });
  await page.locator('.beside-versions tbody tr').first().waitFor();
  await chief.findsNoSeriousFault();
  await chief.picture('procedure-versions');

  const county = await signedIn('county', '/console/organisation');
  await county.page.locator('.refusal', { hasText: 'coordination.directory.read' }).waitFor();
  await goes(county, 'procedures');
  await county.page.locator('.refusal', { hasText: 'document.procedures.read' }).waitFor();
});

/** A day far enough ahead that nothing else is booked on it, other in every run. */
const day = new Date(Date.UTC(2027, 0, 4) + (Number(run) % 1500) * 86_400_000).toISOString().slice(0, 10);

test('A room is booked by drag and by key; a clash is seen before anything is saved, and only the booker or the office takes a booking back', async () => {
  const [staff, chief] = await Promise.all(['staff', 'section-chief'].map((account) => signedIn(account, `/console/rooms?week=${day}`)));
  const cell = (person, slot) => person.page.locator(`[data-cell="${day}-${slot}"]`);
  // By drag: 9:00 to 10:30.
  await cell(staff, 18).scrollIntoViewIfNeeded();
  const [from, to] = [await cell(staff, 18).boundingBox(), await cell(staff, 20).boundingBox()];
  await staff.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await staff.page.mouse.down();
  await staff.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  assert.equal(await staff.page.locator('.week td.selected').count(), 3);
  await staff.page.mouse.up();
  assert.equal(await staff.page.getByLabel('开始').inputValue(), `${day}T09:00`);
  assert.equal(await staff.page.getByLabel('结束').inputValue(), `${day}T10:30`);
  // Without a name the contract refuses it before it is sent.
  await staff.page.getByRole('button', { name: '确认预订' }).click();
  await staff.page.locator('.purpose .wrong').waitFor();
  await staff.page.getByLabel('会议名称').fill(`救助工作例会（${run}）`);
  await staff.findsNoSeriousFault();
  await staff.picture('room-booking');
  await staff.page.getByRole('button', { name: '确认预订' }).click();
  await cell(staff, 18).and(staff.page.locator('.held')).waitFor();

  // By key, over the same time: two sections know at once what stands in the way.
  await cell(chief, 18).click();
  await chief.page.keyboard.press('Escape');
  await cell(chief, 18).focus();
  await chief.page.keyboard.press('Shift+ArrowDown');
  await chief.page.keyboard.press('Enter');
  await chief.page.locator('.clashes', { hasText: `救助工作例会（${run}）` }).waitFor();
  await cell(chief, 18).and(chief.page.locator('.clash')).waitFor();
  assert.ok(await chief.page.getByRole('button', { name: '确认预订' }).isDisabled());
  await chief.findsNoSeriousFault();
  await chief.picture('room-clash');
  await chief.page.getByRole('combobox', { name: /会议室/ }).selectOption({ label: '第二会议室' });
  await chief.page.locator('.clashes').waitFor({ state: 'detached' });
  await chief.page.getByLabel('会议名称').fill(`科务会（${run}）`);
  await chief.page.keyboard.press('Enter');
  await chief.page.locator('.booking').waitFor({ state: 'detached' });
  const line = (person, title) => person.page.locator('table.plain tr', { hasText: title });
  await line(chief, `科务会（${run}）`).waitFor();
  await line(chief, `救助工作例会（${run}）`).waitFor();
  assert.equal(await line(chief, `救助工作例会（${run}）`).getByRole('button').count(), 0);
  await line(staff, `救助工作例会（${run}）`).getByRole('button', { name: /取消预订/ }).click();
  await line(staff, `救助工作例会（${run}）`).waitFor({ state: 'detached' });

  const administrator = await signedIn('sysadmin', '/console/rooms');
  await administrator.page.locator('.refusal', { hasText: 'meeting.roomBookings.read' }).waitFor();
});

test('A vehicle is booked from the keyboard alone', async () => {
  const chief = await signedIn('section-chief', '/console/vehicles');
  const { page } = chief;
  await page.getByRole('button', { name: '预订', exact: true }).click();
  await page.getByLabel('开始').fill(`${day}T14:00`);
  await page.getByLabel('结束').fill(`${day}T13:00`);
  await page.getByText('结束时间应当晚于开始时间。').waitFor();
  await page.getByLabel('结束').fill(`${day}T17:00`);
  await page.getByLabel('用车事由').fill(`下乡核查（${run}）`);
  await page.keyboard.press('Enter');
  await page.locator('.booking').waitFor({ state: 'detached' });
  await goes(chief, `vehicles?week=${day}`);
  await page.locator('table.plain tr', { hasText: `下乡核查（${run}）` }).getByText('陈济民').waitFor();
  await page.locator(`[data-cell="${day}-28"].held`).waitFor();
  await chief.picture('vehicles');
});

test('An item is filed, found, proved and loaded by whom the archive is open to, and by nobody else', async () => {
  const archivist = await signedIn('archivist', '/console/archive');
  const { page } = archivist;
  await page.getByRole('button', { name: '手工归档' }).click();
  await page.getByLabel('题名').fill(`全宗介绍（${run}）`);
  await page.getByLabel('责任者').fill('江州市民政局');
  await page.locator('.entry input[type=file]').setInputFiles(file('fonds.txt', 'text/plain', `江州市民政局全宗介绍 ${run}`));
  await page.getByRole('button', { name: '归档', exact: true }).click();
  await page.locator('.wrong', { hasText: '请选择一项' }).waitFor();
  await page.getByLabel('保管期限').selectOption({ label: '永久' });
  await archivist.findsNoSeriousFault();
  await page.getByRole('button', { name: '归档', exact: true }).click();
  await page.getByRole('heading', { name: `全宗介绍（${run}）` }).waitFor();
  await page.getByText('手工归档，没有来源文件。').waitFor();
  await page.getByRole('button', { name: '立即校验' }).click();
  await page.getByText(/内容与归档时一致/).waitFor();
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await archivist.findsNoSeriousFault();
  await archivist.picture('archive-item');
  const loaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'fonds.txt' }).click();
  assert.equal((await loaded).suggestedFilename(), 'fonds.txt');
  const address = new URL(page.url()).pathname;
  await goes(archivist, 'archive');
  await page.getByLabel('查找归档文件').fill(`全宗介绍 ${run}`);
  await page.keyboard.press('Enter');
  await page.locator('tbody mark', { hasText: '全宗介绍' }).waitFor();
  await archivist.picture('archive-list');

  const staff = await signedIn('staff', '/console/archive');
  await staff.page.locator('.refusal', { hasText: 'archive.archiveItems.read' }).waitFor();
  await staff.page.goto(office.origin + address);
  await staff.page.locator('.refusal', { hasText: 'archive.archiveItems.read' }).waitFor();
  await goes(staff, 'archive/file');
  await staff.page.getByText('没有权限：需要 archive.archiveItems.file。').waitFor();
});

/** The six digits of an authenticator now (RFC 6238). */
function codeOf(secret) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('Three administrators share an account: one makes it, one grants its role, one sees both; its owner changes the first password and enrols a second factor', async () => {
  const login = `exam${run}`;
  const [system, security, auditor] = await Promise.all(['sysadmin', 'secadmin', 'auditor'].map((account) => signedIn(account, '/console/rights')));
  await system.page.getByRole('button', { name: '新建账号' }).click();
  await system.page.getByLabel('登录名').fill('Not A Login');
  await system.page.getByLabel('姓名').fill('考试员');
  await system.page.locator('.act button[type=submit]').click();
  await system.page.locator('.act .field .wrong', { hasText: '格式不符合要求' }).waitFor();
  await system.page.getByLabel('登录名').fill(login);
  await system.page.locator('.act button[type=submit]').click();
  const password = await system.page.locator('code.secret').innerText();
  await system.findsNoSeriousFault();
  await system.picture('account-made');
  // Each administrator finds the own acts, and those alone.
  const line = (person) => person.page.locator('tbody tr', { hasText: login });
  assert.equal(await line(system).getByRole('button', { name: /授予角色/ }).count(), 0);
  assert.equal(await auditor.page.locator('tbody').getByRole('button').count(), 0);
  await security.page.reload();
  await line(security).getByRole('button', { name: /授予角色/ }).click();
  await line(security).getByLabel('科员').check();
  await security.picture('roles');
  await line(security).locator('.act button[type=submit]').click();
  await line(security).getByRole('link', { name: '科员' }).waitFor();
  await line(security).getByRole('link', { name: '科员' }).click();
  await security.page.locator('.matrix tbody tr', { hasText: 'document.incomingDocuments.read' }).first().waitFor();
  assert.equal(await security.page.locator('.matrix tbody tr', { hasText: 'document.incomingDocuments.register' }).count(), 0);
  await security.findsNoSeriousFault();
  await security.picture('matrix');

  const owner = await comes(login);
  const { page } = owner;
  const next = `Exam-${run}-password`;
  await page.goto(`${office.origin}/console/account`);
  await owner.givesPassword(page, password);
  await page.locator('input[name=repeat]').waitFor();
  await page.fill('#password', next);
  await page.fill('#repeat', next);
  await page.click('button[type=submit]');
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  const factor = page.locator('.totp');
  await factor.getByLabel('现在的密码').fill(`${next}-wrong`);
  await factor.getByRole('button', { name: '开始启用' }).click();
  await factor.locator('.refusal').waitFor();
  await factor.getByLabel('现在的密码').fill(next);
  await factor.getByRole('button', { name: '开始启用' }).click();
  const secret = await factor.locator('code.secret').innerText();
  await owner.findsNoSeriousFault();
  await owner.picture('second-factor');
  await factor.getByLabel('验证器显示的六位数字').fill(codeOf(secret));
  await factor.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByText('双因素已启用').waitFor();
  // Changing the password ends every session, this one too.
  const own = page.getByRole('form', { name: '修改密码' });
  await own.getByLabel('现在的密码').fill(next);
  await own.getByLabel(/^新密码/).fill('short');
  await own.getByLabel('再输入一次新密码').fill('short');
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.locator('.field .wrong', { hasText: '至少 10 个字' }).waitFor();
  await own.getByLabel(/^新密码/).fill(`${next}-2`);
  await own.getByLabel('再输入一次新密码').fill(`${next}-2`);
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.getByText('密码已修改，请重新登录。').waitFor();
  assert.deepEqual(await page.evaluate(() => [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]), ['{}', '{}']);

  // The trail has all of it, whole; whoever is no auditor reads nothing of it.
  await goes(auditor, `audit?service=identity&resource=accounts/${login}`);
  for (const act of ['CreateAccount', 'SetAccountRoles']) await auditor.page.locator('tbody tr', { hasText: act }).first().waitFor();
  await auditor.page.getByLabel('对象', { exact: true }).fill('');
  await auditor.page.getByLabel('对象', { exact: true }).press('Enter');
  await auditor.page.getByLabel('账号', { exact: true }).fill(login);
  await auditor.page.getByLabel('账号', { exact: true }).press('Enter');
  for (const act of ['ConfirmTotpEnrolment', 'ChangeMyPassword']) await auditor.page.locator('tbody tr', { hasText: act }).first().waitFor();
  await auditor.page.getByRole('button', { name: /^校验/ }).click();
  await auditor.page.getByText(/条记录完整，未被改动/).waitFor();
  await auditor.page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await auditor.findsNoSeriousFault();
  await auditor.picture('audit');
  const clerk = await signedIn('clerk', '/console/audit');
  await clerk.page.locator('.refusal', { hasText: 'platform.auditEntries.read' }).waitFor();
  await goes(clerk, 'rights?tab=matrix');
  await clerk.page.locator('.refusal', { hasText: 'identity.accounts.read' }).waitFor();

  // 踢出: closing the account ends its sessions, and nobody signs in with it any more.
  await system.page.reload();
  await line(system).getByRole('button', { name: /停用/ }).click();
  await line(system).locator('.act button[type=submit]').click();
  await line(system).getByText('已停用').waitFor();
  await page.goto(`${office.origin}/console/account`);
  await owner.givesPassword(page, `${next}-2`);
  await page.locator('#problem, .problem').first().waitFor();
});

test('A session that ended leads back to the very address after sign-in, and keeps what is typed when it ends under the hand', async () => {
  const clerk = await signedIn('clerk', `/console/rooms?week=${day}&of=rooms%2Fsecond`);
  const { page } = clerk;
  clerk.expected.push('401');
  await page.getByRole('button', { name: '第二会议室', pressed: true }).waitFor();
  await clerk.context.clearCookies();
  await page.reload();
  await clerk.givesPassword(page);
  await page.getByRole('button', { name: '第二会议室', pressed: true }).waitFor();
  assert.equal(new URL(page.url()).search, `?week=${day}&of=rooms%2Fsecond`);

  await goes(clerk, 'incoming/sign-for');
  await page.getByLabel('标题').fill(`会话过期时签收的通知（${run}）`);
  await clerk.context.clearCookies();
  await page.locator('.entry button[type=submit]').click();
  await page.getByText('登录已过期').waitFor();
  await clerk.picture('session-ended');
  const beside = clerk.context.waitForEvent('page');
  await page.getByRole('button', { name: '重新登录' }).click();
  await clerk.givesPassword(await beside);
  await page.getByText('登录已过期').waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('标题').inputValue(), `会话过期时签收的通知（${run}）`);
  await page.locator('.entry button[type=submit]').click();
  await page.getByText('已签收。').waitFor();
});

const places = {
  'office-director': ['search?q=通知', 'incoming/sign-for', 'incoming/import', 'archive', 'archive/file', 'rooms', 'vehicles', 'organisation', 'procedures', 'account'],
  secadmin: ['rights', 'rights?tab=matrix'],
  auditor: ['audit?service=identity'],
};
for (const [name, options] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }],
  ['on a phone', { screen: 'phone' }],
  ['in Chinese at 1366×768', {}],
  ['in Chinese at 1920×1080', { screen: 'wide' }],
]) {
  test(`Every place of the office ${name} is without serious fault and no wider than the screen`, async () => {
    for (const [account, addresses] of Object.entries(places)) {
      const person = await signedIn(account, '/console/', options);
      const { page } = person;
      for (const place of addresses) {
        await goes(person, place);
        await page.locator('main h1').waitFor();
        await page.locator('.waiting, .ant-spin').first().waitFor({ state: 'detached' });
        await person.findsNoSeriousFault();
        await person.picture(`${place.replaceAll(/[^a-z]+/g, '-')}-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${place} is ${wide} px wider than the screen`);
      }
    }
  });
}
