/** The signed-in user's token. It lives in the tab: closing the tab signs out, and no other site can read it. */
const KEY = 'millrace.token';
const listeners = new Set<() => void>();

function changed() {
  listeners.forEach((listener) => listener());
}

export const session = {
  token: (): string | null => sessionStorage.getItem(KEY),

  begin(token: string) {
    sessionStorage.setItem(KEY, token);
    changed();
  },

  end() {
    if (sessionStorage.getItem(KEY) === null) return;
    sessionStorage.removeItem(KEY);
    changed();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
