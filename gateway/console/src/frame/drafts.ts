import { useState } from 'react';
import { useMe } from '~/session/Session';

// What is typed and not yet sent outlives a reload, a lost connection and a second sign-in; it ends with the tab.
export const draftPlace = (account: string, key: string): string => `backoffice.draft.${account}.${key}`;

/** Text that is being typed, kept under a key until it is done with. */
export function useDraft(key: string): [string, (text: string) => void] {
  const { account } = useMe();
  const name = draftPlace(account, key);
  const [held, hold] = useState({ name, text: sessionStorage.getItem(name) ?? '' });
  const text = held.name === name ? held.text : (sessionStorage.getItem(name) ?? '');
  const keep = (next: string) => {
    if (next === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, next);
    hold({ name, text: next });
  };
  return [text, keep];
}

/** Throws away everything typed: whoever signs out leaves nothing behind. */
export function dropDrafts(): void {
  for (const store of [sessionStorage, localStorage])
    for (const name of Object.keys(store).filter((n) => n.startsWith('backoffice.draft.'))) store.removeItem(name);
}
