import { expect, test } from 'vitest';
import { newUuid, RequestIds } from './requestIds';

test('The same act keeps its id until it is done, and another act has another', () => {
  const ids = new RequestIds();
  const first = ids.of({ name: 'matters/1', opinion: '同意' });
  expect(ids.of({ name: 'matters/1', opinion: '同意' })).toBe(first);
  expect(ids.of({ name: 'matters/1', opinion: '不同意' })).not.toBe(first);
  const again = ids.of({ name: 'matters/1', opinion: '催' });
  ids.done();
  expect(ids.of({ name: 'matters/1', opinion: '催' })).not.toBe(again);
});

test('Ids are random UUIDs, also where the browser makes none by itself', () => {
  expect(newUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
