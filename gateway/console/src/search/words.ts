/** A number as it is printed: whatever brackets and digits somebody types, `[2026]12` is `〔2026〕12`. */
export const asPrinted = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[[(（【［〔]\s*(\d{4})\s*[\])）】］〕]\s*/g, '〔$1〕').trim();

/** True for what is the number of a document and nothing else. */
export const isNumber = (query: string): boolean => /^[^\s〔]*〔\d{4}〕\d+号?$/.test(query);

export const wordsOf = (query: string): string[] => [...new Set(query.split(/\s+/).filter(Boolean))].sort((a, b) => b.length - a.length);

export interface Part { text: string; hit: boolean }

/** A text in parts, those that a word of the query hits told apart. */
export function partsOf(text: string, query: string): Part[] {
  const words = wordsOf(query).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, hit: false }];
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((part, i) => ({ text: part, hit: i % 2 === 1 })).filter((part) => part.text !== '');
}
