import { expect, test } from 'vitest';
import { fieldsIn } from './templates';

test('What is to be filled is what the texts name in braces, once each and in their order', () => {
  expect(fieldsIn('{issuer}关于{subject}的通知', '{recipients}', '现就{subject}通知如下。{Not} {not here}')).toEqual(['issuer', 'subject', 'recipients']);
});
