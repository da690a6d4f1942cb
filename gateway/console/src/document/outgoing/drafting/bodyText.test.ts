import { expect, test } from 'vitest';
import { chinese, headings, isRow, levelOf, linesAt, renumber, replacement, setLevel, tableAt, tableText } from './bodyText';

test('The ordinal at the head of a paragraph says its level', () => {
  expect(['一、总体要求', '（二）责任', '3.任务', '（4）时限', '2026年', '1.5倍', '　　十一、附则'].map(levelOf)).toEqual(['first', 'second', 'third', 'fourth', 'text', 'text', 'first']);
});

test('Chinese ordinals are written as people write them', () => {
  expect([1, 10, 11, 20, 21, 99, 100, 101, 110, 121].map(chinese)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九', '一百', '一百零一', '一百一十', '一百二十一']);
});

test('Headings are counted anew, each level from one under the next higher, and figures in tables are left alone', () => {
  expect(renumber('三、甲\n（二）乙\n（二）丙\n5.丁\n一、戊\n（三）己\n1.\t30户')).toBe('一、甲\n（一）乙\n（二）丙\n1.丁\n二、戊\n（一）己\n1. 30户');
  expect(renumber('甲\t1.乙\t丙')).toBe('甲\t1.乙\t丙');
});

test('A selection gets its level and all that follows its number', () => {
  const body = '导语\n一、甲\n乙\n二、丙';
  expect(setLevel(body, 8, 8, 'first')).toBe('导语\n一、甲\n二、乙\n三、丙');
  expect(setLevel(body, 3, 3, 'text')).toBe('导语\n甲\n乙\n一、丙');
  expect(setLevel('甲\n乙', 0, 3, 'second')).toBe('（一）甲\n（二）乙');
});

test('A change is one replacement of what differs', () => {
  expect(replacement('甲乙丙', '甲丁丙')).toEqual({ start: 1, end: 2, text: '丁' });
  expect(replacement('甲甲', '甲甲甲')).toEqual({ start: 2, end: 2, text: '甲' });
  expect(replacement('甲', '甲')).toEqual({ start: 1, end: 1, text: '' });
});

test('A table is the run of rows with as many cells around the caret', () => {
  const body = '见下表：\n县\t户数\n江北\t30\n江南\t40\n说明';
  expect(tableAt(body, body.indexOf('30'))).toEqual({ from: 5, to: body.indexOf('\n说明'), rows: [['县', '户数'], ['江北', '30'], ['江南', '40']] });
  expect(tableAt(body, 0)).toBeUndefined();
  expect(tableAt('甲\t乙', 3)).toEqual({ from: 0, to: 3, rows: [['甲', '乙']] });
  expect(tableText([['甲\t1', '乙\n2'], ['', '丙']])).toBe('甲 1\t乙 2\n\t丙');
  expect(isRow('1.\t说明')).toBe(false);
});

test('The outline names headings with their places', () => {
  expect(headings('导语\n一、甲\n（一）乙')).toEqual([{ level: 'first', text: '一、甲', offset: 3 }, { level: 'second', text: '（一）乙', offset: 7 }]);
  expect(linesAt('甲\n乙\n丙', 2, 2)).toEqual({ from: 2, to: 3 });
});
