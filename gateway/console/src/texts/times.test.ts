import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { dayFrom, lightOf } from './times';

test('Whether something is due today is told by the office’s clock, wherever the browser is', () => {
  // 23:30 UTC on the 25th is half past seven on the 26th in the office.
  const now = new Date('2026-11-25T23:30:00Z');
  expect(lightOf(timestampFromDate(new Date('2026-11-26T09:30:00Z')), now)).toBe('today');
  expect(lightOf(timestampFromDate(new Date('2026-11-26T16:30:00Z')), now)).toBe('ahead');
  expect(lightOf(timestampFromDate(new Date('2026-11-25T23:29:00Z')), now)).toBe('late');
  expect(lightOf(undefined, now)).toBe('none');
});

test('A day is read as it is written, or not at all', () => {
  expect(dayFrom('2026-02-03')).toEqual({ year: 2026, month: 2, day: 3 });
  expect(dayFrom('3.2.2026')).toBeUndefined();
});
