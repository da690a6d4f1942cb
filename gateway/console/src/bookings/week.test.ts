import { expect, test } from 'vitest';
import { dayAfter, holderOf, instant, mondayOf, overlaps, pieceOf, wallOf, wallTime, weekOf, type Booking } from './week';

const booking = (start: string, end: string): Booking => ({ name: 'roomBookings/1', etag: '', resource: 'rooms/first', start: instant(start), end: instant(end), title: '例会', booker: '' });

test('A week begins on Monday, over the ends of months and years', () => {
  expect(mondayOf('2027-01-03')).toBe('2026-12-28');
  expect(mondayOf('2026-12-28')).toBe('2026-12-28');
  expect(weekOf('2026-12-28').at(-1)).toBe('2027-01-03');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('Times are those of the office’s clock, wherever the browser is', () => {
  expect(instant('2026-11-26T09:30').toISOString()).toBe('2026-11-26T01:30:00.000Z');
  expect(wallOf(new Date('2026-11-26T16:30:00Z'))).toBe('2026-11-27T00:30');
  expect(wallTime('2026-11-26', 48)).toBe('2026-11-27T00:00');
});

test('The end of a booking is no part of it', () => {
  const held = booking('2026-11-26T09:00', '2026-11-26T10:30');
  expect(holderOf([held], '2026-11-26', 20)).toBe(held);
  expect(holderOf([held], '2026-11-26', 21)).toBeUndefined();
  expect(overlaps(held, instant('2026-11-26T10:30'), instant('2026-11-26T11:00'))).toBe(false);
  expect(overlaps(held, instant('2026-11-26T10:15'), instant('2026-11-26T11:00'))).toBe(true);
});

test('A drag upwards selects the same piece as one downwards', () => {
  expect(pieceOf('2026-11-26', 20, 18)).toEqual({ day: '2026-11-26', from: 18, to: 20 });
});
