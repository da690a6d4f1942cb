import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { OutgoingDocumentVersionSchema } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ActSchema } from '~/gen/backoffice/procedures/v1/matters_pb';
import { seenVersion } from './SinceSeen';

const at = (minute: number) => timestampFromDate(new Date(Date.UTC(2026, 10, 26, 1, minute)));
const versions = [3, 2, 1].map((version) => create(OutgoingDocumentVersionSchema, { version, createTime: at(version * 10) }));
const acts = (...minutes: number[]) => minutes.map((minute) => create(ActSchema, { time: at(minute) }));

test('What somebody saw last is the version that stood when they acted last', () => {
  expect(seenVersion(versions, acts(12, 25))?.version).toBe(2);
  expect(seenVersion(versions, acts(12))?.version).toBe(1);
});

test('Nothing is told where nothing was changed since, or nothing was done', () => {
  expect(seenVersion(versions, acts(31))).toBeUndefined();
  expect(seenVersion(versions, [])).toBeUndefined();
});
