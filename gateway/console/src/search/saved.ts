import { useSyncExternalStore } from 'react';

/** A search that somebody keeps, in this browser and for this account. */
export interface SavedSearch { title: string; address: string }

const place = (account: string): string => `backoffice.searches.${account}`;
const listeners = new Set<() => void>();
const read = (account: string): string => localStorage.getItem(place(account)) ?? '[]';

function write(account: string, searches: SavedSearch[]): void {
  if (searches.length === 0) localStorage.removeItem(place(account));
  else localStorage.setItem(place(account), JSON.stringify(searches));
  listeners.forEach((listener) => listener());
}

export function useSaved(account: string): { saved: SavedSearch[]; save: (search: SavedSearch) => void; drop: (title: string) => void } {
  const text = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => read(account));
  const saved = JSON.parse(text) as SavedSearch[];
  return {
    saved,
    // A title is kept once: the newer search takes its place.
    save: (search) => write(account, [...saved.filter((one) => one.title !== search.title), search]),
    drop: (title) => write(account, saved.filter((one) => one.title !== title)),
  };
}
