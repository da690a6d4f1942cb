/** A random UUID also where the page came over clear text, which has no `crypto.randomUUID`. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Gives the same content the same id until it was done: whoever tries again after a lost connection acts once. */
export class RequestIds {
  private content = '';
  private id = '';

  of(content: unknown): string {
    const text = JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    if (text !== this.content) {
      this.content = text;
      this.id = newUuid();
    }
    return this.id;
  }

  done(): void {
    this.content = '';
  }
}
