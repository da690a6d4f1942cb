// A document on its whole way, by the desks of its people: for journeys that begin where it ends, and for those that leave it somewhere.

const body = (person) => person.page.getByLabel('正文', { exact: true });

/** The page of a document, from the address of its editor. */
export const pageOf = (address) => address.replace(/\/edit$/, '');

export async function saves({ page }) {
  await page.keyboard.press('Control+s');
  await page.locator('.keeping.same').waitFor();
}

/** Begins an empty draft with a text; answers the address of its editor. */
export async function drafts(office, person, title, { genre = '通知', direction = '下行', to = '清河县民政局', text = '现将有关事项通知如下。\n落实责任。' } = {}) {
  const { page } = person;
  await page.goto(`${office.origin}/console/outgoing/new`);
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '开始拟稿' }).click();
  await body(person).waitFor();
  await page.getByLabel('文种').selectOption({ label: genre });
  await page.getByLabel('行文方向').selectOption({ label: direction });
  await page.getByLabel('主送机关', { exact: true }).fill(to);
  await body(person).fill(text);
  await page.locator('summary', { hasText: '更多要素' }).click();
  await page.getByLabel('行文理由').fill('贯彻上级部署');
  await saves(person);
  return page.url();
}

export async function submits({ page }) {
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByRole('button', { name: '确认送审' }).click();
}

/** One step of the way, on the page of what it is about. */
export async function acts(person, address, step, button, fill = async () => undefined) {
  await person.page.goto(address);
  await person.page.locator('.verbs button', { hasText: step }).first().click();
  await fill(person.page);
  await person.page.locator('.act button[type=submit]', { hasText: button }).click();
  await person.page.locator('.act').waitFor({ state: 'detached' });
}

export const agrees = ({ chief }, address) => acts(chief, address, '同意', '同意');
export const reviews = ({ director }, address) => acts(director, address, '核稿', '核稿完成', (page) => page.getByText('全部符合').click());
export const signs = ({ deputy }, address) => acts(deputy, address, '签发', '签发');
export const rechecks = ({ clerk }, address) => acts(clerk, address, '复核', '复核通过');
export const numbers = ({ clerk }, address) => acts(clerk, address, '登记', '登记编号', async (page) => {
  await page.getByLabel('机关代字').fill('民发');
  await page.getByLabel('印制份数').fill('2');
});
export const prints = ({ clerk }, address) => acts(clerk, address, '印制', '定稿印制');
export const sends = ({ clerk }, address) => acts(clerk, address, '核发', '核发');

/** What is submitted, to its number and through further steps; answers the address of its page. */
export async function goesItsWay(people, address, ...further) {
  for (const step of [agrees, reviews, signs, rechecks, numbers, ...further]) await step(people, address);
  return address;
}

/** A notice from the draft to its number and through further steps; answers the address of its page. */
export async function issues(office, people, title, ...further) {
  const address = pageOf(await drafts(office, people.staff, title));
  await submits(people.staff);
  await people.staff.page.locator('.page > header .IN_PROGRESS').waitFor();
  return goesItsWay(people, address, ...further);
}

/** Enters a seal of the bureau, kept by the clerk. */
export async function entersSeal(office, { page }, name) {
  await page.goto(`${office.origin}/console/outgoing/seals`);
  await page.getByRole('button', { name: '登记印章' }).click();
  await page.getByLabel('印章名称').fill(name);
  await page.getByLabel('印文（机关全称）').fill('江州市民政局');
  await page.getByRole('combobox', { name: '保管岗位' }).focus();
  await page.keyboard.type('文书（机要收发）');
  await page.locator('.ant-select-item-option-active', { hasText: '文书（机要收发）' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.act button[type=submit]').click();
  await page.locator('.received li', { hasText: name }).waitFor();
}

/** Destroys it, so that nothing waits for it afterwards. */
export async function destroysSeal(office, { page }, name) {
  const seal = page.locator('.received li', { hasText: name });
  await page.goto(`${office.origin}/console/outgoing/seals`);
  await seal.getByRole('button', { name: `变更状态：${name}` }).click();
  await seal.locator('select').selectOption({ label: '销毁' });
  await seal.getByLabel('理由').fill('试用结束');
  await seal.locator('button[type=submit]').click();
  await seal.getByText('销毁', { exact: true }).first().waitFor();
}

/** Applies for a seal on a printed document; answers the address of the application. */
export async function appliesForSeal({ page }, address, name) {
  await page.goto(address);
  await page.getByRole('button', { name: '申请用印' }).click();
  await page.locator('.sealings select').selectOption({ label: name });
  await page.getByLabel('用印份数').fill('2');
  await page.locator('.sealings button[type=submit]').click();
  await page.locator('.sealings a', { hasText: name }).click();
  await page.locator('.picture li.now').waitFor();
  return page.url();
}
