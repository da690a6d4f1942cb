import { expect, test } from 'vitest';
import { condition, hoursOf, isPeriod, largestFirst, monthAfter, periodOf, sums, within } from './figures';

test('Months are counted over the ends of years, and twelve of them are shown unless the address says otherwise', () => {
  expect(monthAfter('2026-11', -11)).toBe('2025-12');
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -13)).toBe('2024-12');
  expect(periodOf(new URLSearchParams(), '2026-11')).toEqual({ from: '2025-12', to: '2026-11' });
  expect(periodOf(new URLSearchParams('from=2026-02&to=2026-03'), '2026-11')).toEqual({ from: '2026-02', to: '2026-03' });
});

test('A period runs from a month to the same or a later one', () => {
  expect(isPeriod({ from: '2026-03', to: '2026-03' })).toBe(true);
  expect(isPeriod({ from: '2026-04', to: '2026-03' })).toBe(false);
  expect(isPeriod({ from: '2026-13', to: '2027-01' })).toBe(false);
  expect(isPeriod({ from: '', to: '2027-01' })).toBe(false);
});

test('A filter names what was chosen and nothing else', () => {
  const period = within({ from: '2026-01', to: '2026-03' });
  expect(period + condition('genre', 'NOTICE') + condition('unit', 'units/office', true)).toBe('month >= "2026-01" AND month <= "2026-03" AND genre = NOTICE AND unit = "units/office"');
  expect(period + condition('genre', '')).toBe(period);
});

test('Rows of one key are added up series by series, the largest first where no time orders them', () => {
  const rows = [{ unit: 'a', values: [1, 0] }, { unit: 'b', values: [2, 5] }, { unit: 'a', values: [3, 1] }];
  const lines = sums(rows, (row) => row.unit, (row) => row.unit.toUpperCase(), (row) => row.values);
  expect(lines).toEqual([{ key: 'a', label: 'A', values: [4, 1] }, { key: 'b', label: 'B', values: [2, 5] }]);
  expect(largestFirst(lines).map((line) => line.key)).toEqual(['b', 'a']);
});

test('A time is told in hours to a tenth; none is none', () => {
  expect(hoursOf({ $typeName: 'google.protobuf.Duration', seconds: 5400n, nanos: 0 })).toBe(1.5);
  expect(hoursOf(undefined)).toBeUndefined();
});
