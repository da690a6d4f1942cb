import { expect, test } from 'vitest';
import { deviceOf } from './device';

test('A browser is told in words, and what passes for another is told as itself', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0';
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox 140（Linux）');
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Safari/537.36`)).toBe('Chrome 139（Windows）');
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Safari/537.36 Edg/139.0.0.0`)).toBe('Edge 139（Windows）');
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1')).toBe('Safari 18（iOS）');
  expect(deviceOf('')).toBe('未知浏览器');
});
