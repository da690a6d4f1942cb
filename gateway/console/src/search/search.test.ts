import { expect, test } from 'vitest';
import { countsOf, fits, inOrder, totalOf, yearOf, type Hit } from './hits';
import { asPrinted, isNumber, partsOf } from './words';

const hit = (change: Partial<Hit>): Hit => ({ kind: 'incoming', path: '/incoming/1', title: '', numbers: [], organ: '', state: '', genre: '', time: undefined, snippet: '', ...change });
const none = { kind: '', genre: '', state: '', year: '' };

test('A number is looked for as it is printed, whatever brackets and digits somebody types', () => {
  for (const typed of ['江民发[2026]12号', '江民发（2026）12号', '江民发【２０２６】12号', '江民发〔2026〕 12号']) expect(asPrinted(typed)).toBe('江民发〔2026〕12号');
  expect(isNumber('江民发〔2026〕12号')).toBe(true);
  expect(isNumber('关于〔2026〕12号文的函')).toBe(false);
  expect(asPrinted('通知（征求意见稿）')).toBe('通知（征求意见稿）');
});

test('What was looked for is marked wherever it stands, and signs of patterns are only signs', () => {
  expect(partsOf('冬季救助通知', '救助 通知')).toEqual([{ text: '冬季', hit: false }, { text: '救助', hit: true }, { text: '通知', hit: true }]);
  expect(partsOf('a.b', '.')).toEqual([{ text: 'a', hit: false }, { text: '.', hit: true }, { text: 'b', hit: false }]);
  expect(partsOf('全文', '')).toEqual([{ text: '全文', hit: false }]);
});

test('A facet counts among the hits that fit the other facets, and the exact number comes first', () => {
  const hits = [
    hit({ path: '/incoming/1', numbers: ['收〔2026〕8号', '江民发〔2025〕1号'], time: new Date('2026-03-01') }),
    hit({ path: '/incoming/2', numbers: ['江民发〔2026〕11号'], time: new Date('2026-05-01') }),
    hit({ path: '/outgoing/3', kind: 'outgoing', numbers: [], time: new Date('2026-04-01') }),
  ];
  expect(hits.map(yearOf)).toEqual(['2025', '2026', '2026']);
  expect(countsOf(hits, 'kind', { ...none, year: '2026' })).toEqual([['incoming', 1], ['outgoing', 1]]);
  expect(countsOf(hits, 'year', { ...none, year: '2026' })).toEqual([['2026', 2], ['2025', 1]]);
  expect(hits.filter((one) => fits(one, { ...none, kind: 'outgoing' }))).toHaveLength(1);
  expect(inOrder(hits, '江民发〔2025〕1号').map((one) => one.path)).toEqual(['/incoming/1', '/incoming/2', '/outgoing/3']);
});

test('A register is as large as its service counted, and without a count as far as it was read', () => {
  const page = { hits: [hit({}), hit({})], nextPageToken: '' };
  expect(totalOf([{ ...page, total: 57 }, page], true)).toBe('57');
  expect(totalOf([{ ...page, total: 100, more: true }], true)).toBe('100+');
  expect(totalOf([page, page], true)).toBe('4+');
  expect(totalOf([page, page], false)).toBe('4');
});
