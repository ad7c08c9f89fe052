/** Saves text as a file in the browser. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the URL only after `click` has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
