/** Hands bytes to the browser as a file. */
export function saveAs(parts: Uint8Array[], type: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob(parts as BlobPart[], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands what a service streams to the browser as one file; without a name given, by the one that its first piece bears. */
export async function saveStream(pieces: AsyncIterable<{ data: Uint8Array; fileName?: string }>, type: string, fileName = ''): Promise<void> {
  const parts: Uint8Array[] = [];
  let name = fileName;
  for await (const piece of pieces) {
    name ||= piece.fileName ?? '';
    parts.push(piece.data);
  }
  saveAs(parts, type, name);
}

/** A file that was chosen, with what tells it apart from another: the same one again is the same call again. */
export interface Chosen {
  fileName: string;
  size: number;
  modified: number;
  file: File;
}

export const chosen = (file: File): Chosen => ({ fileName: file.name, size: file.size, modified: file.lastModified, file });
