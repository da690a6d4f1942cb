import { draftPlace } from '~/frame/drafts';
import type { Sheet } from './sheet';

/** What one window holds and the document does not. */
export interface Held {
  editor: string;
  baseEtag: string;
  sheet: Sheet;
  time: number;
}

// Beside the tab's own memory, and on disk only while the service does not have it: a lost connection and a closed tab may come together.
const place = (account: string, name: string): string => draftPlace(account, `sheet.${name}`);

export function hold(account: string, name: string, held: Held, kept: boolean): void {
  const text = JSON.stringify(held);
  sessionStorage.setItem(place(account, name), text);
  if (kept) localStorage.removeItem(place(account, name));
  else localStorage.setItem(place(account, name), text);
}

export function held(account: string, name: string): Held | undefined {
  const found = [localStorage, sessionStorage].flatMap((store) => {
    const text = store.getItem(place(account, name));
    return text === null ? [] : [JSON.parse(text) as Held];
  });
  return found.sort((a, b) => b.time - a.time)[0];
}

export function release(account: string, name: string): void {
  sessionStorage.removeItem(place(account, name));
  localStorage.removeItem(place(account, name));
}
