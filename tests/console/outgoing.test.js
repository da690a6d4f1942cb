// The document office's desk for what goes out, each person in a browser of their own, against the whole suite.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acts, appliesForSeal, destroysSeal, entersSeal, goesItsWay, prints } from './issuing.js';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn } = journeys({ picturesAtTheEnd: true });
const body = (person) => person.page.getByLabel('正文', { exact: true });
const kept = (person) => person.page.locator('.keeping.kept').waitFor();
/** Puts the caret, or a selection, into the text: a place of it, or its end. */
const caret = (person, from, length = 0) => body(person).evaluate((area, [words, more]) => {
  const at = words === undefined ? area.value.length : area.value.indexOf(words);
  area.focus();
  area.setSelectionRange(at, at + more);
}, [from, length]);
const side = (person, name) => person.page.getByRole('tab', { name }).click();

/** Begins an empty draft; answers the address of its editor. */
async function begins(person, title) {
  const { page } = person;
  await page.goto(`${office.origin}/console/outgoing/new`);
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '开始拟稿' }).click();
  await body(person).waitFor();
  return page.url();
}

/** A notice to the county against which no rule has anything, saved. */
async function draftsNotice(person, title) {
  const { page } = person;
  const address = await begins(person, title);
  await page.getByLabel('文种').selectOption({ label: '通知' });
  await page.getByLabel('行文方向').selectOption({ label: '下行' });
  await page.getByLabel('从机构名录添加主送机关').selectOption({ label: '清河县民政局' });
  await body(person).fill('现将有关事项通知如下。\n提高认识。\n落实责任。');
  await page.locator('summary', { hasText: '更多要素' }).click();
  await page.getByLabel('行文理由').fill('贯彻上级部署');
  await page.keyboard.press('Control+s');
  await page.locator('.keeping.same').waitFor();
  return address;
}

async function submits(person) {
  const { page } = person;
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByRole('button', { name: '确认送审' }).click();
  await page.locator('.page > header .IN_PROGRESS').waitFor();
}

/** Chooses an item of the desk by its title, wherever the person is. */
async function takes(person, title) {
  await person.page.goto(`${office.origin}/console/desk/to-do`);
  await person.page.locator('.items button', { hasText: title }).click();
  await person.page.locator('.pane .verbs').waitFor();
}

test('An outgoing document goes from the draft to its receipt by its people, each in a browser of their own', async () => {
  const [staff, chief, director, deputy, clerk, county] = await Promise.all(
    ['staff', 'section-chief', 'office-director', 'deputy-director', 'clerk'].map((a) => signedIn(a)).concat(signedIn('county', {}, '/console/outgoing/received')));
  const title = `关于做好冬季救助工作的通知（${run}）`;

  // 拟稿 from a template, with a heading, a table and a slip that one click mends.
  await staff.page.goto(`${office.origin}/console/outgoing/new`);
  await staff.page.locator('.templates button', { hasText: '江州' }).or(staff.page.locator('.templates button', { has: staff.page.getByText('通知', { exact: true }) })).first().click();
  await staff.page.getByLabel('事由').fill('做好冬季救助工作');
  await staff.page.locator('form.template').getByRole('button', { name: '开始拟稿' }).click();
  await body(staff).waitFor();
  await staff.page.getByLabel('标题').first().fill(title);
  await staff.page.getByLabel('主送机关', { exact: true }).fill('');
  await staff.page.getByLabel('从机构名录添加主送机关').selectOption({ label: '清河县民政局' });
  await body(staff).fill('为做好冬季救助工作，现将有关事项通知如下。\n提高认识\n请按时报送,不得迟报。\n落实责任');
  await caret(staff, '提高');
  await staff.page.keyboard.press('Control+Alt+1');
  await caret(staff);
  await staff.page.getByRole('button', { name: '一、' }).click();
  assert.equal((await body(staff).inputValue()).split('\n')[3], '二、落实责任');
  await caret(staff);
  await staff.page.getByRole('button', { name: '表格' }).click();
  for (const [cell, text] of [['第 1 行第 1 列', '县'], ['第 1 行第 2 列', '户数'], ['第 2 行第 1 列', '清河'], ['第 2 行第 2 列', '30']]) await staff.page.getByLabel(cell).fill(text);
  await staff.page.getByRole('button', { name: '放入正文' }).click();
  assert.ok((await body(staff).inputValue()).endsWith('\n县\t户数\n清河\t30'));
  await kept(staff);
  await staff.page.locator('img.sheet').waitFor();
  await staff.page.getByText('与输入一致').waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('drafting-page');
  await side(staff, /^检查/);
  await staff.page.locator('.proofs li').first().waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('drafting-findings');
  await staff.page.locator('.proofs li', { hasText: '标点' }).getByRole('button', { name: /^改为/ }).first().click();
  assert.ok((await body(staff).inputValue()).includes('请按时报送，不得迟报。'));
  await staff.page.locator('summary', { hasText: '更多要素' }).click();
  await staff.page.getByLabel('行文理由').fill('贯彻上级部署');
  await staff.page.locator('summary', { hasText: '附件说明和附件' }).click();
  await staff.page.getByLabel('附件说明（每行一项）').fill('名单');
  // 附件: a file that is sent with it.
  await staff.page.locator('.attachments input[type=file]').setInputFiles({ name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from('清河县 30户\n') });
  await staff.page.getByRole('button', { name: '名单.txt' }).first().waitFor();
  await staff.page.keyboard.press('Control+s');
  await staff.page.locator('.keeping.same').waitFor();
  await submits(staff);
  const address = staff.page.url();

  // 科室审核: it arrives at the open desk by itself.
  await chief.page.locator('.items button', { hasText: title }).click();
  await chief.page.getByRole('button', { name: /^同意/ }).click();
  await chief.page.getByLabel('意见（不填即为签名同意）').fill('同意，请核稿。');
  await chief.page.keyboard.press('Control+Enter');
  await chief.page.locator('.just-done', { hasText: title }).waitFor();

  // 核稿, on the page of the document: a change, seen as a version.
  await director.page.locator('.items button', { hasText: title }).click();
  await director.page.getByRole('link', { name: '打开全文' }).click();
  await director.page.locator('.picture li.now', { hasText: '核稿' }).waitFor();
  await director.findsNoSeriousFault();
  await director.picture('approval');
  await director.page.getByRole('link', { name: '编辑文稿' }).click();
  await body(director).waitFor();
  await caret(director, '不得迟报', 4);
  await director.page.keyboard.insertText('不得迟报、漏报');
  await director.page.getByRole('button', { name: /^保存/ }).click();
  await director.page.locator('.keeping.same').waitFor();
  await side(director, '版本');
  await director.page.getByRole('button', { name: '与上一版比较' }).first().click();
  await director.page.locator('.difference ins', { hasText: '漏报' }).waitFor();
  await director.page.getByRole('link', { name: '返回文件' }).click();
  await director.page.getByRole('button', { name: /^核稿/ }).click();
  await director.page.getByText('全部符合').click();
  await director.page.getByRole('button', { name: '核稿完成' }).click();
  await director.page.locator('.picture li.now', { hasText: '签发' }).waitFor();

  // The section sees what was changed since it agreed.
  await chief.page.goto(address);
  await chief.page.locator('.since ins', { hasText: '漏报' }).waitFor();

  // 签发.
  await deputy.page.locator('.items button', { hasText: title }).click();
  await deputy.page.getByRole('button', { name: /^签发/ }).click();
  await deputy.page.getByLabel('签发意见（可不填）').fill('同意。');
  await deputy.page.keyboard.press('Control+Enter');
  await deputy.page.locator('.just-done', { hasText: title }).waitFor();

  // 复核、登记、印制、核发.
  await clerk.page.goto(address);
  await clerk.page.getByRole('button', { name: /^复核/ }).click();
  await clerk.page.getByRole('button', { name: '复核通过' }).click();
  await clerk.page.getByRole('button', { name: /^登记/ }).click();
  await clerk.page.getByLabel('机关代字').fill('民发');
  await clerk.page.getByText(/下一个文号：民发〔\d{4}〕\d+号/).waitFor();
  await clerk.page.getByLabel('印制份数').fill('5');
  await clerk.page.getByRole('button', { name: '登记编号' }).click();
  await clerk.page.getByRole('button', { name: /^印制/ }).click();
  await clerk.page.getByRole('button', { name: '定稿印制' }).click();
  await clerk.page.locator('.page > header .PRINTED').waitFor();
  await clerk.page.getByRole('button', { name: /^核发/ }).click();
  await clerk.page.locator('.act').getByRole('button', { name: '核发' }).click();
  await clerk.page.locator('.page > header .DISPATCHED').waitFor();
  await clerk.page.getByText('共分送 1 个单位，已签收 0 个。').waitFor();
  await clerk.page.getByRole('button', { name: '催办：清河县民政局' }).click();
  await clerk.page.getByLabel('附言（可不填）').last().fill('请尽快签收');
  await clerk.page.locator('.ledger form').getByRole('button', { name: '催办' }).click();
  await clerk.page.getByText(/王小文 催办/).first().waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('dispatched');

  // 签收 by the county, which sees nothing of how it came about.
  await county.page.locator('.received li', { hasText: title }).getByText('请尽快签收').waitFor();
  await county.findsNoSeriousFault();
  await county.picture('received');
  await county.page.getByRole('button', { name: `签收：${title}` }).click();
  await county.page.locator('.received li', { hasText: title }).waitFor({ state: 'detached' });
  await county.page.goto(address);
  await county.page.locator('img.sheet').waitFor();
  assert.equal(await county.page.getByText('同意，请核稿。').count(), 0);
  await clerk.page.getByText('共分送 1 个单位，已签收 1 个。').waitFor();

  // 发文处理单, printed with what is wanted.
  await clerk.page.getByRole('link', { name: '发文处理单' }).click();
  await clerk.page.getByLabel('流转记录').check();
  await clerk.page.locator('.handling-sheet .history li').first().waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('handling-sheet');

  // 撤回 of what was sent, with the reason; the county sees both.
  await director.page.goto(address);
  await director.page.getByRole('button', { name: '撤回已发文件' }).click();
  await director.page.locator('.ending').getByLabel('理由').fill('数字有误，另行印发');
  await director.page.locator('.ending button[type=submit]').click();
  await director.page.locator('.ant-alert', { hasText: '数字有误，另行印发' }).waitFor();
  await county.page.goto(`${office.origin}/console/outgoing/received`);
  await county.page.getByLabel('只看未签收的').uncheck();
  await county.page.locator('.received li', { hasText: title }).getByText('已撤回：数字有误，另行印发').waitFor();
});

test('Who edits is named to the others; the office director takes over with a reason, and nothing typed is lost', async () => {
  const [staff, chief, director] = await Promise.all(['staff', 'section-chief', 'office-director'].map((a) => signedIn(a)));
  director.expected.push('400');
  const title = `关于编辑锁的通知（${run}）`;
  await draftsNotice(staff, title);
  await submits(staff);
  // The section's chief opens the editor, and agrees in another window without closing it.
  await takes(chief, title);
  const address = `${office.origin}/console${await chief.page.locator('.pane header a').getAttribute('href').then((path) => path.replace('/console', ''))}`;
  await chief.page.goto(`${address}/edit`);
  await body(chief).waitFor();
  await caret(chief);
  await chief.page.keyboard.insertText('\n科长正在补充的一段。');
  await kept(chief);
  const second = await chief.context.newPage();
  await second.goto(address);
  await second.getByRole('button', { name: /^同意/ }).click();
  await second.locator('.act button[type=submit]').click();
  await second.locator('.picture li.now', { hasText: '核稿' }).waitFor();
  await second.close();

  await director.page.goto(`${address}/edit`);
  await director.page.locator('.lock', { hasText: '陈济民' }).waitFor();
  assert.ok(await body(director).evaluate((area) => area.readOnly));
  await director.findsNoSeriousFault();
  await director.picture('locked');
  await director.page.getByRole('button', { name: '接手编辑…' }).click();
  await director.page.getByLabel('接手理由').fill('陈科长外出，今日须核稿');
  await director.page.getByRole('button', { name: '接手编辑', exact: true }).click();
  await director.page.locator('.lock').waitFor({ state: 'detached' });
  await caret(director);
  await director.page.keyboard.insertText('\n核稿补充。');
  await director.page.getByRole('button', { name: /^保存/ }).click();
  await director.page.locator('.keeping.same').waitFor();

  // What the chief was typing is the chief's still, beside the document as it is now.
  chief.expected.push('400');
  await chief.page.reload();
  await chief.page.locator('.conflict', { hasText: '科长正在补充的一段。' }).waitFor();
  await chief.page.locator('.conflict ins', { hasText: '核稿补充。' }).waitFor();
  await chief.findsNoSeriousFault();
  await chief.picture('conflict');
});

test('A connection lost while typing and a closed window lose nothing, and two windows of one person end with both texts', async () => {
  const staff = await signedIn('staff');
  staff.expected.push('ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED', '409');
  const title = `关于断线的通知（${run}）`;
  const address = await draftsNotice(staff, title);
  await staff.context.setOffline(true);
  await caret(staff);
  await staff.page.keyboard.insertText('\n断线时写的一段。');
  await staff.page.locator('.keeping.offline').waitFor();
  await staff.picture('drafting-offline');
  await staff.page.close();
  await staff.context.setOffline(false);

  staff.page = await staff.context.newPage();
  await staff.page.goto(address);
  await body(staff).waitFor();
  assert.ok((await body(staff).inputValue()).endsWith('断线时写的一段。'));
  await staff.page.getByText('输入而未保存的内容').waitFor();
  await kept(staff);

  // A browser that has nothing of it gets the words from the service.
  const elsewhere = await signedIn('staff', {}, new URL(address).pathname);
  elsewhere.expected.push('409');
  await body(elsewhere).waitFor();
  assert.ok((await body(elsewhere).inputValue()).endsWith('断线时写的一段。'));
  await elsewhere.page.getByRole('button', { name: /^保存/ }).click();
  await elsewhere.page.locator('.keeping.same').waitFor();

  // The first window types on from the version before.
  await caret(staff, '');
  await staff.page.keyboard.insertText('首句。');
  await staff.page.locator('.conflict').waitFor();
  await staff.findsNoSeriousFault();
  await staff.page.getByRole('button', { name: '用我的内容' }).click();
  await staff.page.getByRole('button', { name: /^保存/ }).click();
  await staff.page.locator('.keeping.same').waitFor();
  assert.ok((await body(staff).inputValue()).startsWith('首句。'));

  // 草稿: it is among the drafts of the desk.
  await staff.page.goto(`${office.origin}/console/desk/drafts`);
  await staff.page.locator('.items button', { hasText: title }).waitFor();
  await staff.findsNoSeriousFault();
  await staff.picture('drafts');
});

test('Whoever may not have a draft is told the same as of one that does not exist', async () => {
  const staff = await signedIn('staff');
  const address = await begins(staff, `关于人事事项的通知（${run}）`);
  for (const account of ['archivist', 'county']) {
    const other = await signedIn(account, {}, '/console/outgoing');
    other.expected.push('404', '403');
    const told = async (where) => {
      await other.page.goto(where);
      return (await other.page.locator('.refusal').first().innerText()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
    };
    assert.equal(await told(address), await told(`${office.origin}/console/outgoing/00000000-0000-4000-8000-000000000000/edit`), account);
  }
});

test('Light matters are agreed to together, each with its own answer, and what was just done is taken back', async () => {
  const [staff, chief] = await Promise.all(['staff', 'section-chief'].map((a) => signedIn(a)));
  const titles = ['甲', '乙', '丙'].map((mark) => `关于批量办理之${mark}的通知（${run}）`);
  for (const title of titles) {
    await draftsNotice(staff, title);
    await submits(staff);
  }
  await chief.page.goto(`${office.origin}/console/desk/batch`);
  for (const title of titles.slice(0, 2)) await chief.page.getByRole('checkbox', { name: title }).check();
  await chief.findsNoSeriousFault();
  await chief.picture('batch');
  await chief.page.getByRole('button', { name: '同意这 2 件' }).click();
  await chief.page.getByText('已同意 2 件，未办 0 件。').waitFor();
  await chief.page.getByRole('checkbox', { name: titles[0] }).waitFor({ state: 'detached' });

  await takes(chief, titles[2]);
  await chief.page.getByRole('button', { name: /^同意/ }).click();
  await chief.page.keyboard.press('Control+Enter');
  const done = chief.page.locator('.just-done', { hasText: titles[2] });
  await done.getByRole('button', { name: '撤回' }).click();
  await done.getByLabel('理由').fill('意见漏写');
  await done.locator('button[type=submit]').click();
  await done.waitFor({ state: 'detached' });
  await chief.page.locator('.items button', { hasText: titles[2] }).waitFor();
});

test('A work secret is marked with those who may know, and a state secret is refused', async () => {
  const staff = await signedIn('staff');
  staff.expected.push('400', '403');
  const address = await begins(staff, `关于内部事项的通知（${run}）`);
  const { page } = staff;
  await page.goto(address.replace(/\/edit$/, ''));
  await page.locator('.secrecy summary').click();
  await page.getByRole('button', { name: '标密' }).click();
  await page.locator('.secrecy').getByLabel(/^密级/).selectOption({ label: '机密' });
  await page.locator('.secrecy button[type=submit]').click();
  await page.locator('.secrecy .refusal').waitFor();
  await page.locator('.secrecy').getByLabel(/^密级/).selectOption({ label: '工作秘密（内部）' });
  await page.locator('.secrecy button[type=submit]').click();
  await page.locator('.secrecy summary strong', { hasText: '工作秘密' }).waitFor();
  await staff.findsNoSeriousFault();
});

test('Seals are entered in their register and suspended with a reason, by whom the contract names', async () => {
  const [director, staff] = await Promise.all(['office-director', 'staff'].map((a) => signedIn(a, {}, '/console/outgoing/seals')));
  const { page } = director;
  const name = `试用章${run}`;
  await page.getByRole('button', { name: '登记印章' }).click();
  await page.getByLabel('印章名称').fill(name);
  await page.getByLabel('印文（机关全称）').fill(`试用机关${run}`);
  await page.getByRole('combobox', { name: '保管岗位' }).focus();
  await page.keyboard.type('文书（机要收发）');
  await page.locator('.ant-select-item-option-active', { hasText: '文书（机要收发）' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.act button[type=submit]').click();
  const seal = page.locator('.received li', { hasText: name });
  await seal.getByText('在用', { exact: true }).waitFor();
  await seal.getByRole('button', { name: `变更状态：${name}` }).click();
  await seal.getByLabel('理由').fill('机构调整');
  await director.findsNoSeriousFault();
  await director.picture('seals');
  await seal.locator('button[type=submit]').click();
  await seal.getByText('封存', { exact: true }).first().waitFor();
  await staff.page.reload();
  await staff.page.locator('.received li', { hasText: name }).waitFor();
  assert.equal(await staff.page.getByRole('button', { name: /登记印章|变更/ }).count(), 0);
});

test('A printed document is sealed: applied for, approved by the head, affixed by the custodian, entered in the register', async () => {
  const [staff, chief, director, deputy, head, clerk] = await Promise.all(['staff', 'section-chief', 'office-director', 'deputy-director', 'director', 'clerk'].map((a) => signedIn(a)));
  const title = `关于用印的通知（${run}）`;
  const name = `江州市民政局公章${run}`;
  await entersSeal(office, director, name);

  await draftsNotice(staff, title);
  await submits(staff);
  const address = await goesItsWay({ chief, director, deputy, clerk }, staff.page.url(), prints);

  // Not dispatched before the seal is on it (rule SEAL-06).
  clerk.expected.push('400');
  const application = await appliesForSeal(clerk, address, name);
  await acts(director, application, '同意', '同意');
  await head.page.goto(application);
  await head.page.locator('.picture li.now', { hasText: '批准用印' }).waitFor();
  await head.findsNoSeriousFault();
  await head.picture('seal-application');
  await acts(head, application, '批准用印', '批准用印');
  await acts(clerk, application, '盖章', '盖章');
  await clerk.page.getByText('已用印').waitFor();
  await clerk.page.goto(`${office.origin}/console/outgoing/seal-uses`);
  await clerk.page.locator('tr', { hasText: title }).waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('seal-uses');
  await acts(clerk, address, '核发', '核发');

  // Destroyed, so that nothing waits for it afterwards.
  await destroysSeal(office, director, name);
});

test('Lists go into spreadsheets as files', async () => {
  const clerk = await signedIn('clerk', {}, '/console/outgoing');
  await clerk.page.locator('.register').waitFor();
  for (const [kind, magic] of [['CSV', [0xef, 0xbb, 0xbf]], ['XLSX', [0x50, 0x4b, 3]]]) {
    const [file] = await Promise.all([clerk.page.waitForEvent('download'), clerk.page.getByRole('button', { name: kind }).click()]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    assert.deepEqual([...Buffer.concat(chunks).subarray(0, 3)], magic);
  }
});

for (const [name, options, typed] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }, ['Title', 'Main recipients', 'Text']],
  ['on a phone', { screen: 'phone' }, ['标题', '主送机关', '正文']],
  ['at 1920×1080', { screen: 'wide' }, ['标题', '主送机关', '正文']],
]) {
  test(`The drafting desk ${name} is without serious fault for whoever cannot see or point`, async () => {
    const staff = await signedIn('staff');
    const address = await draftsNotice(staff, `关于屏幕的通知（${run}，${name}）`);
    const slug = name.replaceAll(/[^a-z0-9]+/gi, '-');
    const person = await signedIn('staff', options, '/console/outgoing/new');
    const { page } = person;
    for (const [place, ready] of [['outgoing/new', '.templates button'], ['desk/drafts', '.items button'], ['outgoing', '.register table'], ['outgoing/seals', '.register .empty, .received li'], ['outgoing/seal-uses', '.register .empty, .ledger']]) {
      await page.goto(`${office.origin}/console/${place}`);
      await page.locator(ready).first().waitFor();
      await person.findsNoSeriousFault();
      await person.picture(`${place.replace('/', '-')}-${slug}`);
    }
    await page.goto(address);
    for (const field of typed) await page.getByRole('textbox', { name: field }).first().waitFor();
    await page.locator('img.sheet').waitFor();
    await person.picture(`drafting-${slug}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
    await page.locator('.joint button').click();
    await page.locator('.more').first().getByRole('button').first().click();
    await person.findsNoSeriousFault();
    await person.picture(`drafting-open-${slug}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  });
}
