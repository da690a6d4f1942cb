import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { t } from '~/texts/texts';

interface Props {
  rows: string[][];
  /** Whether it stands in the text already. */
  known: boolean;
  done: (rows: string[][]) => void;
  cancel: () => void;
}

/** A table, cell by cell; in the text its rows are lines and its cells are parted by tabs. */
export function TableEditor({ rows: first, known, done, cancel }: Props) {
  const [rows, setRows] = useState(first);
  const columns = rows[0]?.length ?? 2;
  const set = (row: number, column: number, text: string) => setRows(rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? text : cell)) : cells)));
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    cancel();
  };
  return (
    <div className="table-editor" role="group" aria-label={t('draft.table')} onKeyDown={press}>
      <table>
        <tbody>
          {rows.map((cells, r) => (
            <tr key={r}>
              {cells.map((cell, c) => <td key={c}><Input size="small" aria-label={t('draft.cell', { row: r + 1, column: c + 1 })} autoFocus={r === 0 && c === 0} value={cell} onChange={(e) => set(r, c, e.target.value)} /></td>)}
              <td><Button size="small" type="text" aria-label={t('draft.dropRow', { row: r + 1 })} disabled={rows.length < 2} onClick={() => setRows(rows.filter((_, i) => i !== r))}>×</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <Button size="small" onClick={() => setRows([...rows, Array<string>(columns).fill('')])}>{t('draft.addRow')}</Button>
        <Button size="small" onClick={() => setRows(rows.map((cells) => [...cells, '']))}>{t('draft.addColumn')}</Button>
        <Button size="small" disabled={columns < 3} onClick={() => setRows(rows.map((cells) => cells.slice(0, -1)))}>{t('draft.dropColumn')}</Button>
        <span className="space" />
        <Button size="small" type="primary" onClick={() => done(rows)}>{t('draft.putTable')}</Button>
        {known && <Button size="small" danger onClick={() => done([])}>{t('draft.dropTable')}</Button>}
        <Button size="small" onClick={cancel}>{t('form.cancel')}</Button>
      </p>
    </div>
  );
}
