// 结构层次 as the typesetting reads it (GB/T 9704, 7.3.3): the ordinal at the head of a paragraph says its level, and a table is lines whose
// cells are parted by tabs. The text stays plain, so that what is compared, proofread and printed is what was typed.

export type Level = 'text' | 'first' | 'second' | 'third' | 'fourth';
export const levels: Level[] = ['text', 'first', 'second', 'third', 'fourth'];

const ordinals: [Exclude<Level, 'text'>, RegExp][] = [
  ['first', /^[一二三四五六七八九十百]+、/],
  ['second', /^[（(][一二三四五六七八九十百]+[）)]/],
  ['third', /^[0-9]{1,2}[.．、](?![0-9])/],
  ['fourth', /^[（(][0-9]{1,2}[）)]/],
];
const before = /^[\s\u3000]*/;

export function levelOf(line: string): Level {
  const text = line.replace(before, '');
  return ordinals.find(([, ordinal]) => ordinal.test(text))?.[0] ?? 'text';
}

const withoutOrdinal = (line: string): string => {
  const text = line.replace(before, '');
  const found = ordinals.find(([, ordinal]) => ordinal.test(text));
  return found === undefined ? text : text.replace(found[1], '').trimStart();
};

const digits = '零一二三四五六七八九';

/** 1 to 199 in Chinese. */
export function chinese(n: number): string {
  if (n >= 100) return `百${n % 100 === 0 ? '' : n % 100 < 10 ? `零${digits[n % 100]!}` : n % 100 < 20 ? `一${chinese(n % 100)}` : chinese(n % 100)}`.replace(/^百/, '一百');
  if (n < 10) return digits[n]!;
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : digits[tens]!}十${n % 10 === 0 ? '' : digits[n % 10]!}`;
}

const ordinalOf = (level: Level, n: number): string =>
  level === 'first' ? `${chinese(n)}、` : level === 'second' ? `（${chinese(n)}）` : level === 'third' ? `${n}.` : level === 'fourth' ? `（${n}）` : '';

// `1.30户` would be a figure and no heading.
const headed = (level: Level, n: number, text: string): string => `${ordinalOf(level, n)}${level === 'third' && /^[0-9]/.test(text) ? ' ' : ''}${text}`;

/** A row of a table; a tab before the first word, or behind an ordinal, makes none. */
export function isRow(line: string): boolean {
  const cells = line.split('\t');
  return line.trim().includes('\t') && !(cells.length === 2 && levelOf(cells[0]!) !== 'text' && withoutOrdinal(cells[0]!) === '');
}

/** Counts headings anew, level by level; each starts from one under the next higher. */
export function renumber(body: string): string {
  const counts = [0, 0, 0, 0];
  return body
    .split('\n')
    .map((line) => {
      const level = isRow(line) ? 'text' : levelOf(line);
      if (level === 'text') return line;
      const depth = levels.indexOf(level) - 1;
      counts[depth] = counts[depth]! + 1;
      counts.fill(0, depth + 1);
      return before.exec(line)![0] + headed(level, counts[depth]!, withoutOrdinal(line));
    })
    .join('\n');
}

/** The lines that a selection touches, as offsets. */
export function linesAt(body: string, start: number, end: number): { from: number; to: number } {
  const next = body.indexOf('\n', end);
  return { from: body.lastIndexOf('\n', start - 1) + 1, to: next === -1 ? body.length : next };
}

/** Gives every selected paragraph a level, and counts all anew. */
export function setLevel(body: string, start: number, end: number, level: Level): string {
  const { from, to } = linesAt(body, start, end);
  const lines = body.slice(from, to).split('\n').map((line) => (isRow(line) ? line : headed(level, 1, withoutOrdinal(line))));
  return renumber(body.slice(0, from) + lines.join('\n') + body.slice(to));
}

/** What is different between two texts as one replacement, so that one undo takes it back. */
export function replacement(was: string, is: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let tail = 0;
  while (tail < was.length - start && tail < is.length - start && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  return { start, end: was.length - tail, text: is.slice(start, is.length - tail) };
}

export interface TableAt {
  from: number;
  to: number;
  rows: string[][];
}

/** The table that a place of the text lies in. */
export function tableAt(body: string, at: number): TableAt | undefined {
  const here = linesAt(body, at, at);
  const row = body.slice(here.from, here.to);
  if (!isRow(row)) return undefined;
  const columns = row.split('\t').length;
  const same = (line: string) => line.trim() !== '' && line.split('\t').length === columns;
  let { from, to } = here;
  for (let line = linesAt(body, from - 1, from - 1); from > 0 && same(body.slice(line.from, line.to)); line = linesAt(body, from - 1, from - 1)) from = line.from;
  for (let line = linesAt(body, to + 1, to + 1); to < body.length && same(body.slice(line.from, line.to)); line = linesAt(body, to + 1, to + 1)) to = line.to;
  return { from, to, rows: body.slice(from, to).split('\n').map((line) => line.split('\t')) };
}

/** Cells hold neither tabs nor line feeds; an empty cell between others is kept. */
export const tableText = (rows: string[][]): string => rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').trim()).join('\t')).join('\n');

export interface Heading {
  level: Exclude<Level, 'text'>;
  text: string;
  offset: number;
}

/** The outline. */
export function headings(body: string): Heading[] {
  let offset = 0;
  const found: Heading[] = [];
  for (const line of body.split('\n')) {
    const level = isRow(line) ? 'text' : levelOf(line);
    if (level !== 'text') found.push({ level, text: line.trim().slice(0, 40), offset });
    offset += line.length + 1;
  }
  return found;
}
