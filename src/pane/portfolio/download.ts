/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  downloadFile(name, text, "text/csv;charset=utf-8");
}

/** Hands a file to the browser. */
export function downloadFile(name: string, content: string | Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // a host may still be asking where to save it
}
