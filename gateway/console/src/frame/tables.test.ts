import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { asCsv, asXlsx, column } from './tables';

const sheet = { header: ['标题', '份数'], rows: [['关于“<a>&b”的通知', 2], ['=1+1', 0], ['甲,"乙"\n丙', 1]] };

test('A CSV file says its encoding, quotes what it must, and makes no formula', () => {
  expect(asCsv(sheet)).toBe('\ufeff标题,份数\r\n关于“<a>&b”的通知,2\r\n\'=1+1,0\r\n"甲,""乙""\n丙",1\r\n');
});

test('A workbook holds the same, texts as texts and figures as figures', async () => {
  const parts = unzipSync(await asXlsx(sheet));
  expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const read = new DOMParser().parseFromString(strFromU8(parts['xl/worksheets/sheet1.xml']!), 'application/xml');
  const cells = [...read.querySelectorAll('c')].map((c) => [c.getAttribute('r'), c.textContent]);
  expect(cells).toEqual([['A1', '标题'], ['B1', '份数'], ['A2', '关于“<a>&b”的通知'], ['B2', '2'], ['A3', '=1+1'], ['B3', '0'], ['A4', '甲,"乙"\n丙'], ['B4', '1']]);
});

test('Columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(column)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
