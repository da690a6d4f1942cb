// What becomes of a document beside its way: rules that leave room, its end, other organs' signatures, files taken in, secrecy and publication.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agrees, drafts as draftsOf, issues as issuesOf, numbers, pageOf, prints, rechecks, reviews, saves, sends, signs, submits } from './issuing.js';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn } = journeys({ picturesAtTheEnd: true });
const everybody = (accounts) => Promise.all(accounts.map((account) => signedIn(account)));
const body = (person) => person.page.getByLabel('正文', { exact: true });
const drafts = (person, title, content) => draftsOf(office, person, title, content);
const issues = (people, title, ...further) => issuesOf(office, people, title, ...further);

test('A rule that leaves room is let pass with a reason by the office director alone, and the draft goes on', async () => {
  const [staff, director, chief] = await everybody(['staff', 'office-director', 'section-chief']);
  staff.expected.push('400');
  const title = `关于冬季救助工作情况的报告（${run}）`;
  const address = await drafts(staff, title, { genre: '报告', direction: '上行', to: '江州市人民政府、江州省民政厅', text: '现将有关情况报告如下。\n工作进展顺利。' });
  await submits(staff);
  await staff.page.locator('.refusal', { hasText: '上行文原则上只主送一个上级机关' }).waitFor();
  await staff.page.goto(pageOf(address));
  await staff.page.locator('.findings', { hasText: '请办公室主任打开本页' }).waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('rule-leaves-room');
  assert.equal(await staff.page.getByRole('button', { name: '准予突破此条…' }).count(), 0);

  await director.page.goto(pageOf(address));
  await director.page.getByRole('button', { name: '准予突破此条…' }).click();
  const submit = director.page.getByRole('button', { name: '准予突破', exact: true });
  assert.ok(await submit.isDisabled());
  await director.page.getByLabel('准予突破 DOC-R03 的理由').fill('两级均要求报送');
  await director.findsNoSeriousFault();
  await director.picture('rule-override');
  await submit.click();
  await director.page.locator('.overrides', { hasText: '两级均要求报送' }).waitFor();

  await staff.page.goto(address);
  await body(staff).waitFor();
  await submits(staff);
  await staff.page.locator('.page > header .IN_PROGRESS').waitFor();
  // Who goes on with it sees what was let pass, by whom and why.
  await chief.page.goto(pageOf(address));
  await chief.page.locator('.overrides', { hasText: '郑和平' }).waitFor();
});

test('A dispatched document is revoked and repealed by a later one, and a number is voided; its addressee reads which and why', async () => {
  const [staff, chief, director, deputy, clerk] = await everybody(['staff', 'section-chief', 'office-director', 'deputy-director', 'clerk']);
  const people = { staff, chief, director, deputy, clerk };
  const title = (what) => `关于${what}的通知（${run}）`;
  const revoked = await issues(people, title('报送口径'), prints, sends);
  const repealed = await issues(people, title('报送期限'), prints, sends);
  const later = await issues(people, title('报送办法'), prints, sends);
  const number = (await clerk.page.locator('.page > header').innerText()).match(/民发〔\d{4}〕\d+号/)[0];

  const ends = async (address, what, fill) => {
    await clerk.page.goto(address);
    await clerk.page.getByRole('button', { name: what, exact: true }).click();
    const form = clerk.page.locator('.ending form');
    await fill(form);
    await clerk.findsNoSeriousFault();
    await clerk.picture(`ending-${what}`);
    await form.locator('button[type=submit]').click();
    await form.waitFor({ state: 'detached' });
  };
  const by = async (form, reason) => {
    assert.ok(await form.locator('button[type=submit]').isDisabled());
    await form.getByLabel('理由').fill(reason);
    await form.locator('select').selectOption({ label: `${number} ${title('报送办法')}` });
  };
  await ends(revoked, '撤销', (form) => by(form, '口径有误'));
  await clerk.page.locator('.ant-alert', { hasText: '已撤销' }).getByRole('link', { name: number }).waitFor();
  await ends(repealed, '废止', async (form) => {
    await by(form, '新办法另定期限');
    assert.match(await form.locator('input[type=date]').inputValue(), /^\d{4}-\d{2}-\d{2}$/);
  });
  await clerk.page.locator('.ant-alert', { hasText: '已废止' }).getByText('新办法另定期限').waitFor();

  const voided = await issues(people, title('错号'));
  await ends(voided, '作废文号', (form) => form.getByLabel('理由').fill('编错号'));
  await clerk.page.locator('.page > header .CANCELLED').waitFor();
  assert.equal(await clerk.page.locator('.ending').count(), 0);

  // Neither is for whoever the contract does not name.
  await staff.page.goto(later);
  await staff.page.locator('.page > header .DISPATCHED').waitFor();
  assert.equal(await staff.page.locator('.ending').count(), 0);

  const county = await signedIn('county', {}, '/console/outgoing/received');
  await county.page.getByLabel('只看未签收的').uncheck();
  await county.page.locator('.received li', { hasText: title('报送口径') }).getByText('已撤销：口径有误').waitFor();
  await county.page.locator('.received li', { hasText: title('报送期限') }).getByText('已废止：新办法另定期限').waitFor();
  assert.equal(await county.page.getByRole('button', { name: `签收：${title('报送口径')}` }).count(), 0);
  await county.findsNoSeriousFault();
  await county.picture('received-ended');

  // 公开: reviewed item by item by the leaders, recorded by the clerk, and not before.
  await clerk.page.goto(later);
  assert.equal(await clerk.page.getByRole('button', { name: '登记公开' }).count(), 0);
  await deputy.page.goto(later);
  await deputy.page.locator('.publication summary').click();
  await deputy.page.getByRole('button', { name: '公开审查' }).click();
  await deputy.page.locator('.publication').getByLabel('可以公开').check();
  await deputy.findsNoSeriousFault();
  await deputy.page.getByRole('button', { name: '审查完成' }).click();
  await deputy.page.locator('.publication summary', { hasText: '审查通过，可以公开' }).waitFor();
  await clerk.page.reload();
  await clerk.page.getByRole('button', { name: '登记公开' }).click();
  await clerk.page.getByLabel('公开载体').fill('市民政局门户网站');
  await clerk.page.locator('.publication button[type=submit]').click();
  await clerk.page.locator('.publication summary', { hasText: '已公开' }).waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('publication');
});

test('A joint document goes on once the signature of the other organ is recorded from the paper that came back', async () => {
  const [staff, chief, director, deputy, clerk] = await everybody(['staff', 'section-chief', 'office-director', 'deputy-director', 'clerk']);
  const people = { staff, chief, director, deputy, clerk };
  const address = pageOf(await drafts(staff, `关于救助资金发放的通知（${run}）`));
  await staff.page.getByRole('button', { name: '添加联合发文机关' }).click();
  await staff.page.getByLabel('联合机关 1 名称').fill('江州市财政局');
  await saves(staff);
  await submits(staff);
  await staff.page.locator('.joint-signatures', { hasText: '尚未会签' }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: /登记会签/ }).count(), 0);
  for (const step of [agrees, reviews, signs]) await step(people, address);

  // 复核 stops it while a signature is missing.
  clerk.expected.push('400');
  await clerk.page.goto(address);
  await clerk.page.locator('.verbs button', { hasText: '复核' }).first().click();
  await clerk.page.getByRole('button', { name: '复核通过' }).click();
  await clerk.page.locator('.refusal', { hasText: '江州市财政局' }).first().waitFor();
  await clerk.page.getByRole('button', { name: '取消' }).click();
  await clerk.page.getByRole('button', { name: '登记会签：江州市财政局' }).click();
  const form = clerk.page.locator('.joint-signatures form');
  await form.getByLabel('会签人').fill('孙丽');
  assert.ok(await form.locator('button[type=submit]').isDisabled());
  await form.getByLabel('会签件').fill('江财函〔2026〕8号');
  await clerk.findsNoSeriousFault();
  await clerk.picture('joint-signature');
  await form.locator('button[type=submit]').click();
  await clerk.page.locator('.joint-signatures', { hasText: '孙丽' }).getByText('江财函〔2026〕8号').waitFor();
  for (const step of [rechecks, numbers, prints]) await step(people, address);
  await clerk.page.locator('.page > header .PRINTED').waitFor();
  await clerk.page.locator('img.sheet').waitFor();
  await clerk.picture('joint-printed');
});

test('A file is shown as a difference before it takes the place of a draft, and the text before stays as a version', async () => {
  const staff = await signedIn('staff');
  const { page } = staff;
  await drafts(staff, `江州市民政局关于养老服务的通知（${run}）`);
  const before = await body(staff).inputValue();
  const file = { name: '改稿.txt', mimeType: 'text/plain', buffer: Buffer.from(`江州市民政局关于养老服务的通知（${run}）\n清河县民政局：\n　　现将有关事项通知如下。\n　　压实责任。\n江州市民政局\n2026年3月5日\n`) };
  await page.locator('summary', { hasText: '从文件导入到本稿' }).click();
  const chooses = () => page.locator('details', { hasText: '从文件导入到本稿' }).locator('input[type=file]').setInputFiles(file);
  await chooses();
  const seen = page.locator('.conflict', { hasText: '改稿.txt' });
  await seen.locator('ins', { hasText: '压实责任。' }).waitFor();
  await seen.locator('del', { hasText: '落实责任。' }).waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('import-difference');
  await seen.getByRole('button', { name: '取消' }).click();
  await seen.waitFor({ state: 'detached' });
  assert.equal(await body(staff).inputValue(), before);

  // What is typed and not saved is not overtaken.
  await body(staff).fill(`${before}\n补充。`);
  await page.locator('details', { hasText: '从文件导入到本稿' }).getByText('先保存，再导入').waitFor();
  assert.equal(await page.locator('details', { hasText: '从文件导入到本稿' }).locator('input[type=file]').count(), 0);
  await saves(staff);
  await chooses();
  await seen.locator('del', { hasText: '补充。' }).waitFor();
  await seen.getByRole('button', { name: '取入文件' }).click();
  await seen.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelector('.typed textarea').value === '现将有关事项通知如下。\n压实责任。');
  await page.getByRole('tab', { name: '版本' }).click();
  await page.getByRole('button', { name: '与上一版比较' }).first().click();
  await page.locator('.difference del', { hasText: '补充' }).first().waitFor();

  // A file that is no text is refused with the reason.
  staff.expected.push('400');
  await page.locator('details', { hasText: '从文件导入到本稿' }).locator('input[type=file]').setInputFiles({ name: '扫描.txt', mimeType: 'text/plain', buffer: Buffer.from('%PDF-1.7\n…') });
  await page.locator('.refusal', { hasText: '扫描.txt' }).waitFor();
});

test('A leak is reported by whoever finds it without the secret, and its reporting recorded by the officer; nobody else sees it', async () => {
  const [staff, head, clerk] = await Promise.all(['staff', 'director', 'clerk'].map((account) => signedIn(account, {}, '/console/secrecy')));
  const what = `文件袋遗失在车上（${run}）`;
  await staff.page.getByRole('button', { name: '报告泄密' }).click();
  await staff.page.getByLabel('情况').fill(what);
  await staff.page.getByLabel('已采取的补救措施').fill('已联系司机找回');
  await staff.findsNoSeriousFault();
  await staff.picture('leak-report');
  await staff.page.locator('.act button[type=submit]').click();
  await staff.page.locator('.received li', { hasText: what }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: '登记上报' }).count(), 0);

  await head.page.reload();
  const row = head.page.locator('.received li', { hasText: what });
  await row.getByRole('button', { name: '登记上报' }).click();
  await row.getByLabel('报送的机关和报告文号').fill('市保密局、省民政厅，江民密报〔2026〕1号');
  await row.locator('button[type=submit]').click();
  await row.getByText(/已上报：市保密局/).waitFor();
  await head.findsNoSeriousFault();
  await head.picture('leak-reports');
  await clerk.page.reload();
  await clerk.page.getByText('没有您能看到的泄密报告。').waitFor();
});

test('A template is revised by the office director, and drafts are begun from its new version', async () => {
  const [director, staff] = await everybody(['office-director', 'staff']);
  const { page } = director;
  const name = `救助情况通报${run}`;
  await page.goto(`${office.origin}/console/outgoing/templates`);
  await page.getByRole('button', { name: '新建模板' }).click();
  const form = page.locator('form.act');
  await form.getByLabel('代号（小写字母、数字、连字符）').fill(`relief-${run}`);
  await form.getByLabel('模板名称').fill(name);
  await form.getByLabel('文种').selectOption({ label: '通报' });
  await form.getByLabel('标题').fill('江州市民政局关于{subject}的通报');
  await form.getByLabel('正文').fill('现将{subject}有关情况通报如下。');
  assert.ok(await form.locator('button[type=submit]').isDisabled());
  await form.getByLabel('subject 的提示').fill('通报什么');
  await form.getByLabel('依据').fill('惯例');
  await director.findsNoSeriousFault();
  await director.picture('template');
  await form.locator('button[type=submit]').click();
  const row = page.locator('.received li', { hasText: name });
  await row.getByRole('button', { name: `修订：${name}` }).click();
  await row.getByLabel('正文').fill('现将{subject}有关情况通报如下，请结合实际抓好落实。');
  await row.locator('button[type=submit]').click();
  await row.getByText('第 2 版').waitFor();

  await staff.page.goto(`${office.origin}/console/outgoing/templates`);
  await staff.page.locator('.received li', { hasText: name }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: /新建模板|修订/ }).count(), 0);
  await staff.page.goto(`${office.origin}/console/outgoing/new`);
  await staff.page.locator('.templates button', { hasText: name }).click();
  await staff.page.getByLabel('通报什么').fill('冬季救助');
  await staff.page.locator('form.template').getByRole('button', { name: '开始拟稿' }).click();
  await body(staff).waitFor();
  assert.equal(await body(staff).inputValue(), '现将冬季救助有关情况通报如下，请结合实际抓好落实。');
});

test('Our head signs what another organ issues jointly with ours, and the signature goes back to it', async () => {
  const [clerk, chief, head] = await everybody(['clerk', 'office-director', 'director']);
  const { page } = clerk;
  const picks = async (person, label, option) => {
    await person.page.getByRole('combobox', { name: label }).focus();
    await person.page.keyboard.type(option);
    await person.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active', { hasText: option }).waitFor();
    await person.page.keyboard.press('Enter');
    await person.page.keyboard.press('Escape');
  };
  await page.goto(`${office.origin}/console/incoming/register`);
  await page.getByLabel('标题').fill(`关于联合开展资金检查的通知（会签稿）（${run}）`);
  await page.getByLabel('发文机关').first().fill('江州市财政局');
  await page.locator('.issueDay input').fill('2026-11-20');
  await page.getByLabel('正文', { exact: true }).fill('请会签后退回。');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(/已登记：收〔\d{4}〕\d+号/).waitFor();
  await page.getByRole('button', { name: '转入办理' }).click();
  await page.getByRole('button', { name: /^初审/ }).waitFor();
  const address = page.url();
  await page.keyboard.press('a');
  await page.getByText('五项都符合').click();
  await page.getByLabel('批办件').check();
  await page.getByRole('button', { name: '初审通过' }).click();
  await page.getByText('处办理“拟办”').waitFor();
  await chief.page.goto(address);
  await chief.page.getByRole('button', { name: /^拟办/ }).click();
  await chief.page.getByLabel('拟办意见').fill('请局长会签。');
  await picks(chief, '请哪位领导批示（不选则直接交办）', '局长 周正');
  await picks(chief, '主办岗位', '文书（机要收发）');
  await chief.page.getByRole('button', { name: '呈领导批示' }).click();
  await chief.page.locator('.act').waitFor({ state: 'detached' });

  await head.page.goto(address);
  await head.page.locator('.cosigning summary').click();
  await head.page.getByRole('button', { name: '会签', exact: true }).click();
  await head.page.locator('.cosigning form').getByLabel('意见（不填即为签名同意）').fill('同意。');
  await head.findsNoSeriousFault();
  await head.page.locator('.cosigning form button[type=submit]').click();
  await head.page.locator('.cosigning', { hasText: '周正' }).getByText('同意。').waitFor();
  await head.page.getByRole('button', { name: '退回主办机关' }).click();
  await head.page.getByLabel('如何退回').fill('江民函〔2026〕9号');
  await head.page.locator('.cosigning form button[type=submit]').click();
  await head.page.locator('.cosigning .fine', { hasText: '江民函〔2026〕9号' }).waitFor();
  assert.equal(await head.page.getByRole('button', { name: '退回主办机关' }).count(), 0);
  await head.findsNoSeriousFault();
  await head.picture('cosigned');
});

test('A PDF without a seal is said to bear none', async () => {
  const staff = await signedIn('staff', {}, '/console/outgoing/verify-seal');
  const { page } = staff;
  const chooses = (name, text) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
  await chooses('通知.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n');
  await page.locator('.act strong', { hasText: '文件中没有电子印章' }).waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('verify-seal');
});
