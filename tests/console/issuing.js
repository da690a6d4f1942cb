// A document on its whole way, by the desks of its people: for journeys that begin where it ends.

const body = (person) => person.page.getByLabel('正文', { exact: true });

/** One step of the way, on the page of what it is about. */
export async function acts(person, address, step, button, fill = async () => undefined) {
  await person.page.goto(address);
  await person.page.locator('.verbs button', { hasText: step }).first().click();
  await fill(person.page);
  await person.page.locator('.act button[type=submit]', { hasText: button }).click();
  await person.page.locator('.act').waitFor({ state: 'detached' });
}

/** A notice drafted by the staff and printed with its number; answers the address of its page. */
export async function prints(office, { staff, chief, director, deputy, clerk }, title) {
  const { page } = staff;
  await page.goto(`${office.origin}/console/outgoing/new`);
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '开始拟稿' }).click();
  await body(staff).waitFor();
  await page.getByLabel('文种').selectOption({ label: '通知' });
  await page.getByLabel('行文方向').selectOption({ label: '下行' });
  await page.getByLabel('主送机关', { exact: true }).fill('清河县民政局');
  await body(staff).fill('现将有关事项通知如下。\n落实责任。');
  await page.locator('summary', { hasText: '更多要素' }).click();
  await page.getByLabel('行文理由').fill('贯彻上级部署');
  await page.keyboard.press('Control+s');
  await page.locator('.keeping.same').waitFor();
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByRole('button', { name: '确认送审' }).click();
  await page.locator('.page > header .IN_PROGRESS').waitFor();
  const address = page.url();
  await acts(chief, address, '同意', '同意');
  await acts(director, address, '核稿', '核稿完成', (at) => at.getByText('全部符合').click());
  await acts(deputy, address, '签发', '签发');
  await acts(clerk, address, '复核', '复核通过');
  await acts(clerk, address, '登记', '登记编号', async (at) => {
    await at.getByLabel('机关代字').fill('民发');
    await at.getByLabel('印制份数').fill('2');
  });
  await acts(clerk, address, '印制', '定稿印制');
  return address;
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
