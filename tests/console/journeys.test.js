// What people do in the console, each in a browser of their own, against the whole suite.
import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { test } from 'node:test';
import { journeys } from './office.js';

// Told apart from what an earlier run left in a suite that runs on.
const run = String(Date.now()).slice(-5);
const { office, signedIn } = journeys();

/** Registers a document by hand and puts it under way; answers its address. */
async function registers(clerk, title, { urgent = false, number = '' } = {}) {
  const { page } = clerk;
  await page.goto(`${office.origin}/console/incoming/register`);
  await page.getByLabel('标题').fill(title);
  await page.getByLabel('发文字号').fill(number);
  await page.getByLabel('发文机关').first().fill('江州省民政厅');
  await page.locator('.issueDay input').fill('2026-11-20');
  await page.getByLabel('文种').selectOption({ label: '通知' });
  if (urgent) await page.getByLabel('紧急程度').selectOption({ label: '加急' });
  await page.getByLabel('正文', { exact: true }).fill('各市民政局：\n请于12月15日前报送冬季救助工作情况。');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(/已登记：收〔\d{4}〕\d+号/).waitFor();
  await page.getByRole('button', { name: '转入办理' }).click();
  await page.getByRole('button', { name: /^初审/ }).waitFor();
  return page.url();
}

/** Chooses an item of the desk by its title. */
const chooses = (person, title) => person.page.locator('.items button', { hasText: title }).click();

/** Chooses in a list by typing, without a mouse. */
async function picks(person, label, option) {
  const { page } = person;
  await page.getByRole('combobox', { name: label }).focus();
  await page.keyboard.type(option);
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active', { hasText: option }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ant-select', { has: page.getByRole('combobox', { name: label }) }).getByText(option).first().waitFor();
  // A list of several stays open after a choice.
  await page.keyboard.press('Escape');
}

test('The desk needs no more than 250 kB of script and style, and no token lies in the browser', async () => {
  const clerk = await signedIn('clerk');
  await clerk.page.locator('.live:not(.away)').waitFor();
  const bytes = await clerk.page.evaluate(() =>
    performance.getEntriesByType('resource').filter((r) => /\.(js|css)$/.test(r.name)).reduce((sum, r) => sum + r.encodedBodySize, 0));
  assert.ok(bytes > 50_000 && bytes <= 250_000, `${bytes} bytes`);
  const kept = await clerk.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.equal(kept, '[{},{},""]');
});

test('Each role signs in and finds the places its permissions open, and no other', async () => {
  const documents = ['收文', '发文', '查找'];
  const shared = ['保密', '会议室', '公务用车', '组织机构', '办理程序', '委托代理'];
  const all = ['办公桌', ...documents, ...shared];
  const expected = {
    clerk: [...all, '统计', '交换单位'], staff: all, 'office-director': ['办公桌', ...documents, '档案', ...shared, '统计', '交换单位'], archivist: ['办公桌', ...documents, '档案', ...shared], county: [...documents, '保密'],
    sysadmin: ['组织机构', '账号与权限', '事件'], secadmin: ['组织机构', '账号与权限', '交换单位'], auditor: ['审计', '账号与权限'],
  };
  await Promise.all(Object.entries(expected).map(async ([account, places]) => {
    const person = await signedIn(account, {}, '/console/incoming');
    const shown = await person.page.locator('.shell > nav a').evaluateAll((links) => links.map((a) => a.firstChild.textContent));
    assert.deepEqual(shown, places, account);
    if (places.includes('收文')) await person.page.getByRole('heading', { name: '收文' }).waitFor();
    else await person.page.locator('.refusal', { hasText: 'document.incomingDocuments.read' }).waitFor();
    // Registering is the office's: the button is there for whoever the contract names, and for nobody else.
    assert.equal(await person.page.getByRole('button', { name: '收文登记' }).count(), ['clerk', 'office-director'].includes(account) ? 1 : 0, account);
  }));
});

test('A link into the console survives sign-in, and signing out ends the session', async () => {
  const chief = await signedIn('section-chief', {}, '/console/incoming?q=救助');
  assert.equal(new URL(chief.page.url()).searchParams.get('q'), '救助');
  await chief.page.getByRole('button', { name: '退出' }).click();
  await chief.page.waitForSelector('#login');
  await chief.page.goto(`${office.origin}/console/desk/done`);
  await chief.page.waitForSelector('#login');
});

test('An incoming document goes through the office by its people, each in a browser of their own', async () => {
  const [clerk, office_, director, chief, deputy] = await Promise.all(['clerk', 'office-director', 'director', 'section-chief', 'deputy-director'].map((a) => signedIn(a)));
  const title = `关于做好冬季困难群众救助工作的通知（${run}）`;
  const address = await registers(clerk, title, { urgent: true, number: `江民发〔2026〕${run}号` });

  // 初审 by the registrar, on the page of the document.
  await clerk.page.keyboard.press('a');
  await clerk.page.getByText('五项都符合').click();
  await clerk.page.getByLabel('批办件').check();
  await clerk.findsNoSeriousFault();
  await clerk.picture('screening');
  await clerk.page.getByRole('button', { name: '初审通过' }).click();
  await clerk.page.getByText('处办理“拟办”').waitFor();

  // 拟办: it arrives at the open desk by itself.
  await chooses(office_, title);
  await office_.page.getByText('王小文（发起人）在等').waitFor();
  await office_.page.keyboard.press('a');
  await office_.page.getByLabel('拟办意见').fill('拟请救助科牵头办理，规财科配合。');
  await picks(office_, '请哪位领导批示（不选则直接交办）', '局长 周正');
  await picks(office_, '主办岗位', '社会救助和区划地名科科长');
  await picks(office_, '协办岗位', '规划财务科科长');
  await office_.page.locator('.act input[type=date]').fill('2026-12-15');
  await picks(office_, '催办人', '文书（机要收发）');
  await office_.findsNoSeriousFault();
  await office_.picture('proposal');
  await office_.page.getByRole('button', { name: '呈领导批示' }).click();
  await office_.page.locator('.items button', { hasText: title }).waitFor({ state: 'detached' });

  // 批示, with two keys.
  await chooses(director, title);
  await director.page.getByRole('button', { name: /^批示/ }).waitFor();
  await director.page.keyboard.press('a');
  await director.page.getByLabel('批示（不填即圈阅同意）').fill('同意。抓紧落实。');
  await director.picture('instruction');
  await director.page.keyboard.press('Control+Enter');
  await director.page.locator('.items button', { hasText: title }).waitFor({ state: 'detached' });

  // 承办 waits for the assisting post, and says so; its backup answers for it (AB岗).
  await chooses(chief, title);
  await chief.page.getByText('会签、协办意见到齐后才能办理。').waitFor();
  assert.ok(await chief.page.getByRole('button', { name: /^承办/ }).isDisabled());
  await chooses(office_, title);
  await office_.page.getByText('代 规划财务科科长').first().waitFor();
  await office_.page.getByRole('button', { name: /^同意/ }).click();
  await office_.page.getByLabel('意见（不填即为签名同意）').fill('资金已安排。');
  await office_.page.keyboard.press('Control+Enter');
  await chief.page.locator('.verbs button:not([disabled])', { hasText: '承办' }).click();
  await chief.page.getByLabel('办理结果').fill('已按要求落实。');
  await chief.page.getByLabel('答复方式').fill('电话答复');
  await chief.page.getByRole('button', { name: '办毕，送办结' }).click();
  await chief.page.locator('.items button', { hasText: title }).waitFor({ state: 'detached' });

  // 传阅: nobody closes a document that its readers have not read (条例第24条（五）).
  await clerk.page.goto(address);
  await clerk.page.getByRole('button', { name: '传阅', exact: true }).click();
  await picks(clerk, '阅读人', '吴敏');
  await clerk.page.locator('.act button[type=submit]').click();
  await clerk.page.getByText('共送 1 人').waitFor();
  await clerk.page.getByRole('button', { name: /^办结/ }).click();
  await clerk.page.getByLabel('办结意见').fill('办结归档。');
  await clerk.page.getByRole('button', { name: '办结并归档' }).click();
  await clerk.page.locator('.refusal', { hasText: '第24条(五)' }).waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.picture('refusal');
  assert.equal(await clerk.page.getByLabel('办结意见').inputValue(), '办结归档。');
  await deputy.page.getByRole('link', { name: /^待阅/ }).click();
  await chooses(deputy, title);
  await deputy.page.getByLabel('阅后意见').fill('已阅。');
  await deputy.page.getByRole('button', { name: '阅毕' }).click();
  await deputy.page.getByText('没有待阅文件。').waitFor();
  await clerk.page.getByRole('button', { name: '办结并归档' }).click();
  await clerk.page.locator('.page > header .CLOSED').waitFor();
  await clerk.page.getByText('记录完整，未被改动').waitFor();
  const opinions = await clerk.page.locator('.opinion-column blockquote').allTextContents();
  for (const given of ['拟请救助科牵头办理，规财科配合。', '同意。抓紧落实。', '资金已安排。', '已按要求落实。', '已阅。']) assert.ok(opinions.includes(given), `${given} in ${opinions}`);
  await clerk.findsNoSeriousFault();
  await clerk.picture('closed');
});

test('Somebody who may not see a document is told the same as for one that does not exist', async () => {
  const clerk = await signedIn('clerk');
  const address = await registers(clerk, `关于干部考察事项的通知（${run}）`);
  const staff = await signedIn('staff');
  staff.expected.push('404');
  const told = async (where) => {
    await staff.page.goto(where);
    return (await staff.page.locator('.refusal').innerText()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
  };
  assert.equal(await told(address), await told(`${office.origin}/console/incoming/00000000-0000-4000-8000-000000000000`));
});

test('What was registered before is registered again only with a reason, and the likeness is shown', async () => {
  const clerk = await signedIn('clerk');
  await registers(clerk, `关于报送统计年报的通知（${run}）`, { number: `江民函〔2026〕${run}号` });
  await clerk.page.goto(`${office.origin}/console/incoming/register`);
  await clerk.page.getByLabel('标题').fill(`关于报送统计年报的通知（${run}）`);
  await clerk.page.getByLabel('发文字号').fill(`江民函〔2026〕${run}号`);
  await clerk.page.getByLabel('发文机关').first().fill('江州省民政厅');
  await clerk.page.locator('.issueDay input').fill('2026-11-20');
  await clerk.page.getByRole('button', { name: '登记', exact: true }).click();
  await clerk.page.getByText('同一机关同一年度文号相同').waitFor();
  await clerk.picture('duplicate');
  await clerk.page.getByLabel('重复登记理由').fill('纸质件补登');
  await clerk.page.getByRole('button', { name: '登记', exact: true }).click();
  await clerk.page.getByText(/已登记：收〔\d{4}〕\d+号/).waitFor();
});

test('A connection lost while typing loses nothing, and the act is done once when it is back', async () => {
  const clerk = await signedIn('clerk');
  clerk.expected.push('ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED');
  const address = await registers(clerk, `关于开展安全检查的通知（${run}）`);
  await clerk.page.goto(address);
  await clerk.page.getByRole('button', { name: '催办' }).click();
  await clerk.page.getByLabel('附言').fill('请抓紧');
  await clerk.context.setOffline(true);
  await clerk.page.getByText('网络已断开').waitFor();
  await clerk.page.locator('.act button[type=submit]').click();
  await clerk.page.getByText('连接不上。您输入的内容都在').waitFor();
  await clerk.picture('offline');
  await clerk.context.setOffline(false);
  await clerk.page.reload();
  await clerk.page.getByRole('button', { name: '催办' }).click();
  assert.equal(await clerk.page.getByLabel('附言').inputValue(), '请抓紧');
  await clerk.page.locator('.act button[type=submit]').click();
  await clerk.page.locator('.act').waitFor({ state: 'detached' });
  await clerk.page.locator('.history summary').click();
  const urged = clerk.page.locator('.history li', { hasText: '催办' });
  await urged.first().waitFor();
  assert.equal(await urged.count(), 1);
});

test('The desk is worked without a mouse, and goes on to the next item of the same list within 150 ms, without asking for it', async (t) => {
  const clerk = await signedIn('clerk');
  for (const number of ['一', '二', '三']) await registers(clerk, `关于专项工作之${number}的通知（${run}）`);
  await clerk.page.goto(`${office.origin}/console/desk`);
  await clerk.page.locator('.items li').nth(2).waitFor();
  await clerk.page.keyboard.press('j');
  const first = await clerk.page.locator('.items li.chosen .title').innerText();
  await clerk.page.keyboard.press('j');
  await clerk.page.keyboard.press('k');
  assert.equal(await clerk.page.locator('.items li.chosen .title').innerText(), first);
  await clerk.page.keyboard.press('?');
  await clerk.page.getByRole('heading', { name: '快捷键' }).waitFor();
  await clerk.findsNoSeriousFault();
  await clerk.page.keyboard.press('?');
  // The search is one key away, and so is the way back to the same item.
  await clerk.page.keyboard.press('/');
  await clerk.page.getByRole('heading', { name: '查找' }).waitFor();
  assert.equal(await clerk.page.evaluate(() => document.activeElement.getAttribute('aria-label')), '查找的词');
  await clerk.page.goBack();
  await clerk.page.locator('.items li.chosen').waitFor();
  assert.equal(await clerk.page.locator('.items li.chosen .title').innerText(), first);
  await clerk.page.locator('.items li.chosen button').focus();
  await clerk.page.keyboard.press('a');
  await clerk.page.getByText('五项都符合').focus();
  await clerk.page.keyboard.press('Enter');
  await clerk.page.getByLabel('批办件').focus();
  await clerk.page.keyboard.press('Space');
  const second = await clerk.page.locator('.items li:not(.chosen) .title').first().innerText();
  // From the answer of the act to the next item chosen.
  const took = clerk.page.evaluate(() => new Promise((resolve) => {
    const original = globalThis.fetch;
    let answered = 0;
    globalThis.fetch = async (...call) => {
      const response = await original(...call);
      if (String(call[0]?.url ?? call[0]).includes('ScreenIncomingDocument')) answered = performance.now();
      return response;
    };
    const chosen = () => document.querySelector('.items li.chosen')?.id;
    const before = chosen();
    new MutationObserver((_, observer) => {
      if (answered === 0 || chosen() === before || chosen() === undefined) return;
      observer.disconnect();
      globalThis.fetch = original;
      resolve(performance.now() - answered);
    }).observe(document.querySelector('.items'), { subtree: true, childList: true, attributes: true });
  }));
  // Lists are not answered any more: the next item has to be here already.
  await clerk.page.route('**/ListInboxItems', () => undefined);
  await clerk.page.keyboard.press('Control+Enter');
  t.diagnostic(`next item after ${Math.round(await took)} ms`);
  // A machine with more to do than processors says nothing about the console.
  if (loadavg()[0] < availableParallelism()) assert.ok(await took < 150, `${await took} ms`);
  assert.equal(await clerk.page.locator('.items li.chosen .title').innerText(), second);
});

for (const [name, options, words] of [
  ['in English, dark and large', { language: 'en', theme: 'dark', large: true }, ['To do', 'Incoming']],
  ['on a phone', { screen: 'phone' }, ['待办', '收文']],
  ['in Chinese at 1366×768', {}, ['待办', '收文']],
]) {
  test(`Every screen ${name} is without serious fault for whoever cannot see or point`, async () => {
    const person = await signedIn('clerk', options);
    const { page } = person;
    for (const word of words) await page.getByRole('link', { name: new RegExp(`^${word}`) }).first().waitFor();
    if (await page.locator('.items li').count() === 0) await page.goto(`${office.origin}/console/desk/started`);
    await page.locator('.items button').first().click();
    await page.locator('.pane .verbs').waitFor();
    await page.locator('.pane .paper').waitFor();
    const slug = name.replaceAll(/[^a-z0-9]+/gi, '-');
    await person.findsNoSeriousFault();
    await person.picture(`desk-${slug}`);
    for (const [place, ready] of [['incoming', 'table tbody a'], ['incoming/register', '.entry'], ['outgoing', '.register'], ['nowhere', '.empty']]) {
      await page.goto(`${office.origin}/console/${place}`);
      await page.locator(ready).first().waitFor();
      await person.findsNoSeriousFault();
      await person.picture(`${place.replace('/', '-')}-${slug}`);
    }
    await page.goto(`${office.origin}/console/incoming`);
    await page.locator('table tbody a').first().click();
    await page.locator('.page .paper').waitFor();
    await person.findsNoSeriousFault();
    await person.picture(`document-${slug}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  });
}
