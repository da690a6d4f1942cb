import { openOffice, Person } from './office.js';
const office = await openOffice();
try {
  const staff = await (await Person.comes(office, 'staff')).signsIn('/console/outgoing/new');
  const { page } = staff;
  await page.locator('.templates button').first().waitFor();
  await staff.picture('new-draft');
  await page.locator('.templates button', { hasText: '通知' }).filter({ hasText: '关于' }).first().click();
  await staff.picture('new-template');
  await page.getByLabel('事由').fill('做好冬季救助工作');
  await page.getByRole('button', { name: '开始拟稿' }).last().click();
  await page.waitForURL(/edit$/);
  await page.getByLabel('正文', { exact: true }).waitFor();
  const body = page.getByLabel('正文', { exact: true });
  await body.fill('为做好冬季救助工作，现将有关事项通知如下：\n提高认识\n请登陆系统填报，截止日期为2026年12月15日.\n落实责任\n县\t户数\n江北\t30');
  await page.getByText('已自动保存').waitFor();
  await page.waitForTimeout(5000);
  await staff.picture('editor');
  console.log(staff.faults);
  try { await staff.findsNoSeriousFault(); } catch (e) { console.log(e.message); }
} finally { await office.stop(); }
