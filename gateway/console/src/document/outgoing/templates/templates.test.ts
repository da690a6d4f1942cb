import { expect, test } from 'vitest';
import { fieldsIn, partsIn } from './templates';

test('What is to be filled is what the texts name in braces, once each and in their order', () => {
  expect(fieldsIn('{issuer}关于{subject}的通知', '{recipients}', '现就{subject}通知如下。{Not} {not here}')).toEqual(['issuer', 'subject', 'recipients']);
});

test('A text falls into its words and what is to be filled, and other braces are words', () => {
  expect(partsIn('{issuer}关于{Not}的通知')).toEqual([{ text: '{issuer}', field: 'issuer' }, { text: '关于{Not}的通知', field: '' }]);
  expect(partsIn('')).toEqual([]);
});
