/** Follows a link to a file that the server sends as an attachment. */
export function followDownload(url: string, name = ''): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Saves a text as a file of exactly these bytes (UTF-8); what no file system takes in a name becomes a blank. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  followDownload(url, name.replace(/[\\/:*?"<>|]/g, ' '));
  // the browser has taken the content over by the next turn
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
