import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { asPem, fingerprintOf, hasPrivateKey, spoken } from './certificate';

const der = Uint8Array.from({ length: 300 }, (_, i) => (i === 0 ? 0x30 : i % 251));
const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

test('A certificate in DER is the same certificate in PEM, and has the same fingerprint', async () => {
  Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
  const sha256 = createHash('sha256').update(der).digest('hex');
  expect(await fingerprintOf(pem)).toBe(sha256);
  expect(await fingerprintOf(asPem(der))).toBe(sha256);
  expect(asPem(new TextEncoder().encode(pem))).toBe(pem.trim());
  expect(spoken(sha256).split(' ')).toHaveLength(16);
});

test('What is no certificate has no fingerprint, and what comes with a key is known', async () => {
  for (const text of ['', '全文', '-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----']) expect(await fingerprintOf(text)).toBeUndefined();
  expect(hasPrivateKey(`-----BEGIN EC PRIVATE KEY-----\n${pem}`)).toBe(true);
  expect(hasPrivateKey(pem)).toBe(false);
});
