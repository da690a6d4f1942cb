import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { OutgoingDocumentSchema } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { WorkingCopySchema } from '~/gen/backoffice/document/v1/working_copies_pb';
import { compareLines } from './lines';
import { begin } from './opening';
import { rebased, sheetOf } from './sheet';

const document = create(OutgoingDocumentSchema, { name: 'outgoingDocuments/1', etag: 'now', title: '关于救助的通知', body: '甲\n乙' });
const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 1, minute));
const copy = (minute: number, body: string, outdated = false) =>
  create(WorkingCopySchema, { editor: `e${minute}`, title: document.title, body, outdated, saveTime: timestampFromDate(at(minute)) });
const held = (minute: number, change: object, baseEtag = 'now') => ({ editor: 'here', baseEtag, sheet: { ...sheetOf(document), ...change }, time: at(minute).getTime() });

test('An editor begins with the document where nothing else was typed', () => {
  expect(begin(document, [copy(1, document.body)], held(2, {}))).toEqual({ sheet: sheetOf(document), taken: ['e1'] });
});

test('What was typed last and not saved comes back, from this browser or from the service', () => {
  expect(begin(document, [copy(5, '丙')], held(2, { body: '丁' }))).toMatchObject({ restored: at(5), sheet: { body: '丙' } });
  expect(begin(document, [copy(5, '丙')], held(7, { body: '丁' }))).toMatchObject({ restored: at(7), sheet: { body: '丁' } });
  // The browser has every field of the same words.
  expect(begin(document, [copy(5, '丙')], held(4, { body: '丙', important: true }))).toMatchObject({ sheet: { body: '丙', important: true } });
});

test('What was typed on an earlier state of the document stands beside it', () => {
  expect(begin(document, [copy(5, '丙', true)], undefined)).toMatchObject({ sheet: { body: '甲\n乙' }, aside: { sheet: { body: '丙' }, time: at(5) } });
  expect(begin(document, [], held(3, { body: '丁' }, 'before'))).toMatchObject({ aside: { sheet: { body: '丁' } } });
});

test('Changes of different fields stand both; the same field is a conflict', () => {
  const was = sheetOf(document);
  expect(rebased(was, { ...was, body: '丙' }, { ...was, title: '新题' })).toMatchObject({ both: [], sheet: { body: '丙', title: '新题' } });
  expect(rebased(was, { ...was, body: '丙' }, { ...was, body: '丁' })).toMatchObject({ both: ['body'], sheet: { body: '丙' } });
  expect(rebased(was, { ...was, body: '丙' }, { ...was, body: '丙' }).both).toEqual([]);
});

test('Two texts are held against each other line by line', () => {
  expect(compareLines('甲\n乙\n丙', '甲\n丁\n丙').map((l) => `${l.side[0]}${l.text}`)).toEqual(['b甲', 'm乙', 't丁', 'b丙']);
  expect(compareLines('甲', '甲\n乙').map((l) => l.side)).toEqual(['both', 'theirs']);
  expect(compareLines('甲', '甲').map((l) => l.side)).toEqual(['both']);
});
