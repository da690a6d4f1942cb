import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DocumentGenre, IncomingDocumentSchema, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { changed, entryOf } from '../entry';
import { cellsOf, recordsOf } from './records';

test('A table is read by RFC 4180: quotes hold separators, line ends and quotes', () => {
  expect(cellsOf('a,b\r\n"1,5","he said ""yes""\nand left"\n,\n')).toEqual([['a', 'b'], ['1,5', 'he said "yes"\nand left']]);
});

test('Columns are named in Chinese or by the contract, values by what people call them or by the contract', () => {
  const [first] = recordsOf('\uFEFF来源,标题,document_number,成文日期,文种,紧急程度,份数\nexam/1,通知,江民发〔2026〕1号,2026-11-20,通知,URGENT,3\n');
  const { document } = first!;
  expect(document).toMatchObject({ source: 'exam/1', title: '通知', documentNumber: '江民发〔2026〕1号', genre: DocumentGenre.NOTICE, urgency: Urgency.URGENT, copyCount: 3 });
  expect(document!.issueDate).toMatchObject({ year: 2026, month: 11, day: 20 });
});

test('Records of JSON are read each on its own; one that cannot be read says why and spoils no other', () => {
  const records = recordsOf('{"source":"exam/1","title":"甲","copyCount":2}\n{"source":"exam/2","copyCount":"two"}\n');
  expect(records[0]!.document).toMatchObject({ source: 'exam/1', copyCount: 2 });
  expect(records[1]).toMatchObject({ line: 2 });
  expect(records[1]!.problem).toBeTruthy();
  expect(recordsOf('[{"title": ')[0]!.problem).toBeTruthy();
});

test('What differs between what stands and what was typed is told field by field', () => {
  const before = entryOf(create(IncomingDocumentSchema, { title: '甲', readers: ['units/office'], copyCount: 1 }));
  expect(changed(before, { ...before })).toEqual([]);
  expect(changed(before, { ...before, title: '乙', readers: [], copyCount: '2' })).toEqual(['title', 'copyCount', 'readers']);
});
