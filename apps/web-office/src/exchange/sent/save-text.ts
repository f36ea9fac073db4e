/** Hands a text made here to the browser's downloads. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  // the browser has taken the content over by the next turn
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
