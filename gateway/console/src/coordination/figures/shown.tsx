import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { t } from '~/texts/texts';
import type { Period } from './figures';

/** What the tabs are given: the months, and the address that keeps what else was chosen. */
export interface Shown {
  period: Period;
  search: URLSearchParams;
  set: (name: string, value: string) => void;
}

const step = 100;

/** Every row is read, because they are summed; so many of them are shown at first. */
export function Details<R>({ title, heads, rows, row }: { title: string; heads: string[]; rows: R[]; row: (one: R) => ReactNode }) {
  const [most, setMost] = useState(step);
  return (
    <>
      <div className="scroll" role="region" tabIndex={0} aria-label={title}>
        <table className="plain numbers">
          <caption>{title}</caption>
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{rows.slice(0, most).map(row)}</tbody>
        </table>
      </div>
      {rows.length > most && <Button block onClick={() => setMost(most + step)}>{t('list.more')}</Button>}
    </>
  );
}

export function Choice({ label, value, change, options }: { label: string; value: string; change: (value: string) => void; options: [string, string][] }) {
  return <label>{label} <select value={value} onChange={(e) => change(e.target.value)}>{options.map(([one, title]) => <option key={one} value={one}>{title}</option>)}</select></label>;
}
