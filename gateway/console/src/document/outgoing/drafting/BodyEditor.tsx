import { Button } from 'antd';
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { t } from '~/texts/texts';
import { headings, levels, renumber, replacement, setLevel, tableAt, tableText, type Level, type TableAt } from './bodyText';
import { TableEditor } from './TableEditor';

export interface Mark {
  id: string;
  offset: number;
  length: number;
  error: boolean;
}

interface Props {
  value: string;
  change: (text: string) => void;
  marks: Mark[];
  readOnly: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
}

const newTable: string[][] = [['', ''], ['', '']];

/** 正文: plain text with its 结构层次 and tables; what was found in it is marked where it stands. */
export function BodyEditor({ value, change, marks, readOnly, area }: Props) {
  const id = useId();
  const [table, setTable] = useState<TableAt | undefined>();
  const caret = useRef(0);
  const put = (next: string) => replaceIn(area.current, value, next, change);
  const level = (wanted: Level) => {
    const { selectionStart, selectionEnd } = area.current!;
    put(setLevel(value, selectionStart, selectionEnd, wanted));
  };
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey || !event.altKey || !/^[0-4]$/.test(event.key) || readOnly) return;
    event.preventDefault();
    level(levels[Number(event.key)]!);
  };
  const openTable = () => {
    const at = area.current?.selectionStart ?? value.length;
    caret.current = at;
    setTable(tableAt(value, at) ?? { from: at, to: at, rows: newTable });
  };
  const putTable = (rows: string[][]) => {
    const { from, to } = table!;
    setTable(undefined);
    if (rows.length === 0) return put(value.slice(0, from) + value.slice(to));
    // A table stands in lines of its own.
    const [head, tail] = [value.slice(0, from), value.slice(to)];
    put(`${head}${from === to && head !== '' && !head.endsWith('\n') ? '\n' : ''}${tableText(rows)}${tail !== '' && !tail.startsWith('\n') ? '\n' : ''}${tail}`);
  };
  const outline = headings(value);
  return (
    <div className="body-editor">
      <div className="tools" role="toolbar" aria-label={t('draft.structure')}>
        {levels.map((one, i) => <Button key={one} size="small" disabled={readOnly} title={t('draft.levelKey', { key: i })} onClick={() => level(one)}>{t(`draft.level.${one}`)}</Button>)}
        <Button size="small" disabled={readOnly} onClick={() => put(renumber(value))}>{t('draft.renumber')}</Button>
        <Button size="small" disabled={readOnly} aria-expanded={table !== undefined} onClick={openTable}>{t('draft.table')}</Button>
      </div>
      {table && <TableEditor rows={table.rows} known={table.from !== table.to} done={putTable} cancel={() => setTable(undefined)} />}
      <label htmlFor={id}>{t('incoming.body')}</label>
      <div className="typed">
        <Under text={value} marks={marks} />
        <textarea id={id} ref={area} value={value} readOnly={readOnly} maxLength={500_000} onKeyDown={press} onChange={(e) => change(e.target.value)} spellCheck={false} />
      </div>
      {outline.length > 0 && (
        <details className="outline">
          <summary>{t('draft.outline', { count: outline.length })}</summary>
          <ol>
            {outline.map((heading) => (
              <li key={heading.offset} className={heading.level}><button type="button" className="link" onClick={() => go(area.current, heading.offset, heading.offset)}>{heading.text}</button></li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** The same text under the one that is typed, of which only the marks are seen. */
function Under({ text, marks }: { text: string; marks: Mark[] }) {
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.offset < at || mark.offset + mark.length > text.length) continue;
    parts.push(text.slice(at, mark.offset), <mark key={mark.id} data-finding={mark.id} className={mark.error ? 'error' : 'hint'}>{text.slice(mark.offset, mark.offset + mark.length)}</mark>);
    at = mark.offset + mark.length;
  }
  return <div className="under" aria-hidden="true">{parts}{text.slice(at)}{'\n\u200b'}</div>;
}

/** Puts the caret, or a selection, there. */
export function go(area: HTMLTextAreaElement | null, from: number, to: number): void {
  area?.focus();
  area?.setSelectionRange(from, to);
}

/** Writes as if typed, so that Ctrl+Z takes it back; where the browser cannot, the text is replaced. */
export function replaceIn(area: HTMLTextAreaElement | null, was: string, is: string, change: (text: string) => void): void {
  const { start, end, text } = replacement(was, is);
  if (area === null || (start === end && text === '')) return;
  go(area, start, end);
  const written = typeof document.execCommand === 'function' && document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (!written) change(is);
}
