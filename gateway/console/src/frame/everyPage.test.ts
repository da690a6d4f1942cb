import { expect, test } from 'vitest';
import { everyPage } from './everyPage';

const pages: Record<string, { rows: number[]; nextPageToken: string }> = { '': { rows: [1, 2], nextPageToken: 'a' }, a: { rows: [3], nextPageToken: 'b' }, b: { rows: [4], nextPageToken: '' } };

test('All pages are read in their order, and no further than is enough', async () => {
  const asked: string[] = [];
  const read = (token: string) => {
    asked.push(token);
    return Promise.resolve(pages[token]!);
  };
  expect((await everyPage(read)).flatMap((page) => page.rows)).toEqual([1, 2, 3, 4]);
  asked.length = 0;
  expect((await everyPage(read, (page) => page.rows.includes(3))).flatMap((page) => page.rows)).toEqual([1, 2, 3]);
  expect(asked).toEqual(['', 'a']);
});
