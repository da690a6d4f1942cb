import { memo, type MouseEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { base } from './base';

/** A column of a list; `short` ones are never broken into lines. */
export interface Column<T> { title: string; cell: (row: T) => ReactNode; short?: boolean }

interface LineProps<T> { columns: readonly Column<T>[]; row: T; chosen: boolean }

function DrawnLine<T>({ columns, row, chosen }: LineProps<T>) {
  return <tr className={chosen ? 'chosen' : ''}>{columns.map((column) => <td key={column.title} className={column.short ? 'nowrap' : ''}>{column.cell(row)}</td>)}</tr>;
}
// Moving the choice draws two lines, not all.
const Line = memo(DrawnLine) as typeof DrawnLine;

/**
 * A list of what is read line by line. It is drawn whole before somebody sees that it was not there: no component per cell, no
 * measuring, and one listener that follows the links of all lines, which are plain ones below `base`.
 */
export function LinesTable<T>({ name, columns, rows, keyOf, at }: { name: string; columns: readonly Column<T>[]; rows: readonly T[]; keyOf: (row: T) => string; at: number }) {
  const go = useNavigate();
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // What opens a tab or a window is the browser's.
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void go(link.pathname.slice(base.length));
  };
  return (
    <div className="scroll lines" role="region" tabIndex={0} aria-label={name} onClick={follow}>
      <table className="plain">
        <thead><tr>{columns.map((column) => <th key={column.title} scope="col">{column.title}</th>)}</tr></thead>
        <tbody>{rows.map((row, i) => <Line key={keyOf(row)} columns={columns} row={row} chosen={i === at} />)}</tbody>
      </table>
    </div>
  );
}
