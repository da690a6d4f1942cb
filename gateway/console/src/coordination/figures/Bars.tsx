import { t } from '~/texts/texts';
import type { Line } from './figures';

/**
 * A drawing that is a table: each number stands beside its bar, so that nothing is told by length or colour alone. All
 * series have one scale.
 */
export function Bars({ title, of, series, lines }: { title: string; of: string; series: string[]; lines: Line[] }) {
  const most = Math.max(1, ...lines.flatMap((line) => line.values));
  const total = series.map((_, i) => lines.reduce((sum, line) => sum + line.values[i]!, 0));
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={title}>
      <table className="plain bars">
        <caption>{title}</caption>
        <thead><tr><th scope="col">{of}</th>{series.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}><th scope="row">{line.label}</th>{line.values.map((value, i) => <td key={series[i]}><Bar value={value} most={most} of={i} /> {value}</td>)}</tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('figures.sum')}</th>{total.map((sum, i) => <td key={series[i]}>{sum}</td>)}</tr></tfoot>
      </table>
    </div>
  );
}

export function Bar({ value, most, of = 0 }: { value: number; most: number; of?: number }) {
  return <svg className={`bar series-${of}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width={most === 0 ? 0 : Math.round((value / most) * 1000) / 10} height="10" /></svg>;
}
