/** Puts text into the clipboard. */

/** Returns whether it is there now. `navigator.clipboard` is missing on plain http, which a Townlet at home speaks. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected();
  }
}

/** The old way, which copies what is selected. */
function copySelected(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on plain http
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
