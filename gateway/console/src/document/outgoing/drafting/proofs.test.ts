import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { OutgoingDocumentSchema } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ProofCertainty, ProofElement, ProofFindingSchema } from '~/gen/backoffice/document/v1/proofreading_pb';
import { certain, fixed, moved, stands } from './proofs';
import { asLines, changedFields, sameTyped, sheetOf } from './sheet';

const sheet = sheetOf(create(OutgoingDocumentSchema, { title: '关于登陆系统的通知', body: '请登陆系统，帐号另发。', attachmentList: ['附件一', '名单。'] }));
const at = (element: ProofElement, offset: number, found: string, suggestion?: string, item = 0) =>
  create(ProofFindingSchema, { id: `${element}/${offset}`, element, item, offset, length: found.length, found, certainty: ProofCertainty.ERROR, ...(suggestion === undefined ? {} : { suggestion }) });
const login = at(ProofElement.BODY, 1, '登陆', '登录到');
const account = at(ProofElement.BODY, 6, '帐号', '账号');
const stop = at(ProofElement.ATTACHMENT_LIST, 2, '。', '', 1);

test('Suggestions take the place of what was found, all at once or one by one', () => {
  expect(fixed(sheet, [login, account, stop])).toMatchObject({ body: '请登录到系统，账号另发。', attachmentList: ['附件一', '名单'], title: sheet.title });
  const left = moved([login, account], [login]);
  expect(left.map((f) => f.offset)).toEqual([7]);
  const once = fixed(sheet, [login]);
  expect(stands(once, left[0]!)).toBe(true);
  expect(stands(once, account)).toBe(false);
  expect(fixed(once, left).body).toBe('请登录到系统，账号另发。');
});

test('A slip in an annex is mended in the annex it stands in', () => {
  const bound = sheetOf(create(OutgoingDocumentSchema, { ...sheet, annexes: [{ title: '名单', text: '甲' }, { title: '登陆办法', text: '请登陆系统。' }] }));
  const mended = fixed(bound, [at(ProofElement.ANNEX, 1, '登陆', '登录', 1), at(ProofElement.ANNEX_TITLE, 0, '登陆', '登录', 1)]);
  expect(mended.annexes.map((a) => [a.title, a.text])).toEqual([['名单', '甲'], ['登录办法', '请登录系统。']]);
  expect(mended.body).toBe(sheet.body);
});

test('Nothing is mended where somebody typed since, or where no replacement is safe', () => {
  const typed = { ...sheet, body: `甲${sheet.body}` };
  expect(fixed(typed, [login])).toBe(typed);
  const hint = at(ProofElement.TITLE, 2, '登陆');
  expect(fixed(sheet, [hint])).toBe(sheet);
  expect([certain(hint), certain(login)]).toEqual([false, true]);
});

test('A change is told field by field, and lists by what they hold', () => {
  expect(changedFields(sheet, sheetOf(create(OutgoingDocumentSchema, { title: sheet.title, body: sheet.body, attachmentList: [...sheet.attachmentList] })))).toEqual([]);
  expect(changedFields(sheet, { ...sheet, attachmentList: ['附件一'], important: true })).toEqual(['attachmentList', 'important']);
  const marked = { ...sheet, important: true };
  expect(sameTyped(sheet, marked)).toBe(true);
  expect(asLines(' 甲 \n\n乙')).toEqual(['甲', '乙']);
});
