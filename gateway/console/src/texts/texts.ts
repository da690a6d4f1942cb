import { useSyncExternalStore } from 'react';
import zh from './zh-CN';

export type Language = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;
export type Catalogue = Record<TextKey, string>;

let spoken: Language = 'zh-CN';
let catalogue: Catalogue = zh;
const listeners = new Set<() => void>();

export const language = (): Language => spoken;

/**
 * The text of a key; `{name}` in it is replaced by the value of that name. A value of a service that is newer than the
 * console has no words here: it is shown by its name, and the page around it goes on.
 */
export function t(key: TextKey, values: Record<string, string | number | bigint> = {}): string {
  const text: string | undefined = catalogue[key];
  return (text ?? key).replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** Chinese travels with the console; other catalogues are fetched when somebody wants them. */
export async function speak(wanted: Language): Promise<void> {
  catalogue = wanted === 'en' ? (await import('./en')).default : zh;
  spoken = wanted;
  document.documentElement.lang = wanted;
  listeners.forEach((listener) => listener());
}

export const useLanguage = (): Language =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    language,
  );
