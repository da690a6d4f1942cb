import { useSyncExternalStore } from 'react';
import type duties from './zh-CN.duties';
import type papers from './zh-CN.papers';
import type people from './zh-CN.people';
import type upkeep from './zh-CN.upkeep';
import zh from './zh-CN';

export type Language = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh | keyof typeof papers | keyof typeof people | keyof typeof duties | keyof typeof upkeep;
export type Catalogue = Record<TextKey, string>;

let spoken: Language = 'zh-CN';
const chinese: Record<string, string> = { ...zh };
let catalogue: Record<string, string> = chinese;
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
  catalogue = wanted === 'en' ? (await import('./en')).default : chinese;
  spoken = wanted;
  document.documentElement.lang = wanted;
  listeners.forEach((listener) => listener());
}

/** Words that come with the pages that say them: what is read before the desk stays small. */
export const addWords = (words: typeof papers | typeof people | typeof duties | typeof upkeep): void => { Object.assign(chinese, words); };

export const useLanguage = (): Language =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    language,
  );
