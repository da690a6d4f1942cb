/** Hands bytes to the browser as a file. */
export function saveAs(parts: Uint8Array[], type: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob(parts as BlobPart[], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** A file that was chosen, with what tells it apart from another: the same one again is the same call again. */
export interface Chosen {
  fileName: string;
  size: number;
  modified: number;
  file: File;
}

export const chosen = (file: File): Chosen => ({ fileName: file.name, size: file.size, modified: file.lastModified, file });
