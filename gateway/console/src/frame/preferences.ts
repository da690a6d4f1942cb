import { useSyncExternalStore } from 'react';
import type { Language } from '~/texts/texts';

/** How somebody likes to see the console; nothing of it is secret, and it stays in this browser. */
export interface Preferences {
  language: Language;
  theme: 'light' | 'dark' | 'system';
  large: boolean;
}

const place = 'backoffice.preferences';
const usual: Preferences = { language: 'zh-CN', theme: 'system', large: false };
const listeners = new Set<() => void>();
let chosen = read();

function read(): Preferences {
  const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
  return { ...usual, ...(kept as Partial<Preferences>) };
}

export const preferences = (): Preferences => chosen;

export function prefer(change: Partial<Preferences>): void {
  chosen = { ...chosen, ...change };
  localStorage.setItem(place, JSON.stringify(chosen));
  listeners.forEach((listener) => listener());
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);

const night = matchMedia('(prefers-color-scheme: dark)');

/** Whether the page is dark now: by choice, or with the system. */
export function useDark(): boolean {
  const { theme } = usePreferences();
  const system = useSyncExternalStore(
    (listener) => {
      night.addEventListener('change', listener);
      return () => night.removeEventListener('change', listener);
    },
    () => night.matches,
  );
  return theme === 'system' ? system : theme === 'dark';
}
