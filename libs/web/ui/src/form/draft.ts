/** Where unsent forms wait: this tab only, never secrets. Reading and writing may be refused by the browser; then there is no draft. */
export interface DraftStore {
  read(key: string): Record<string, unknown> | undefined;
  write(key: string, values: Record<string, unknown>): void;
  drop(key: string): void;
}

const prefix = 'karez.draft.';

/** @param storage `sessionStorage` of the tab */
export const draftsIn = (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): DraftStore => ({
  read(key) {
    try {
      const text = storage.getItem(prefix + key);
      return text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    } catch {
      return undefined; // a private window or a full store: the form simply starts empty
    }
  },
  write(key, values) {
    try {
      storage.setItem(prefix + key, JSON.stringify(values));
    } catch {
      return; // no room for a draft is no reason to stop the writing
    }
  },
  drop(key) {
    try {
      storage.removeItem(prefix + key);
    } catch {
      return; // the store is closed to us, so nothing was kept either
    }
  },
});
