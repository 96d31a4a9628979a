/** Hands a text to the system's clipboard, where the browser allows it; the page remembers its last copy by itself. */
export async function writeClipboard(text: string | null): Promise<void> {
  if (text !== null) await navigator.clipboard?.writeText(text).catch(() => undefined);
}
