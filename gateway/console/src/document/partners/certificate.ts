// Certificates as somebody chooses them, and the fingerprint that two people compare on the telephone.

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

/** What a file says as PEM; a certificate in DER, as Windows gives it, is written anew. */
export function asPem(content: Uint8Array): string {
  // DER begins a sequence; nothing in PEM begins like that.
  if (content[0] !== 0x30) return new TextDecoder().decode(content).trim();
  const text = btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(''));
  return [begin, ...(text.match(/.{1,64}/g) ?? []), end].join('\n');
}

/** A key is never given away, not even to the service that would refuse it. */
export const hasPrivateKey = (pem: string): boolean => pem.includes('PRIVATE KEY');

function derOf(pem: string): Uint8Array<ArrayBuffer> | undefined {
  const inside = pem.split(begin)[1]?.split(end)[0]?.replace(/\s/g, '') ?? '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(inside) || inside.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0));
}

/** SHA-256 of the first certificate; undefined where there is none, or where the page came over clear text and cannot reckon. */
export async function fingerprintOf(pem: string): Promise<string | undefined> {
  const der = derOf(pem);
  if (der === undefined || !isSecureContext) return undefined;
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', der)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `ab12 cd34 …`, as it is read aloud. */
export const spoken = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
