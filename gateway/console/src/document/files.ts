/** Hands bytes to the browser as a file. */
export function saveAs(parts: Uint8Array[], type: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob(parts as BlobPart[], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
