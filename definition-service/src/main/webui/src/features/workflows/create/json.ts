/** Why a text is no JSON, in the words of the parser; null when it is, or when there is none yet. */
export function faultOf(text: string): string | null {
  if (text.trim() === '') return null;
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
