import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useDirectory } from '~/coordination/directory/directory';
import { UnitSelect } from '~/coordination/organisation/UnitSelect';
import { ExportButtons } from '~/frame/ExportButtons';
import { t } from '~/texts/texts';
import { Bar, Bars } from './Bars';
import { isPeriod, largestFirst, sums, unitTitle, useDailyRegistrations } from './figures';
import { Choice, Details, type Shown } from './shown';

/** 每日登记: what each unit registered on each day. */
export function DailyFigures({ period, search, set }: Shown) {
  const directory = useDirectory();
  const [by, unit] = [search.get('by') === 'unit' ? 'unit' : 'day', search.get('unit') ?? ''];
  const read = useDailyRegistrations(period, isPeriod(period));
  const rows = (read.data ?? []).filter((row) => unit === '' || row.unit === unit);
  const days = sums(rows, (row) => row.day, (row) => row.day, (row) => [row.count]);
  const most = Math.max(0, ...days.map((day) => day.values[0]!));
  const heads = [t('figures.day'), t('figures.unit'), t('figures.registered')];
  return (
    <>
      <div className="filters">
        <Choice label={t('figures.by')} value={by} change={(value) => set('by', value)} options={[['day', t('figures.day')], ['unit', t('figures.unit')]]} />
        <label>{t('figures.unit')} <UnitSelect value={unit} none={t('figures.allUnits')} change={(value) => set('unit', value)} /></label>
        <span className="space" />
        <ExportButtons name={`${t('figures.daily')} ${period.from} ${period.to}`} table={() => ({ header: heads, rows: rows.map((row) => [row.day, unitTitle(directory, row.unit), row.count]) })} />
      </div>
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isLoading && <p className="waiting">{t('shell.loading')}</p>}
      {read.isSuccess && rows.length === 0 && <p className="empty">{t('figures.none')}</p>}
      {rows.length > 0 && (by === 'unit'
        ? <Bars title={t('figures.registeredBy')} of={t('figures.unit')} series={[t('figures.registered')]} lines={largestFirst(sums(rows, (row) => row.unit, (row) => unitTitle(directory, row.unit), (row) => [row.count]))} />
        : (
          <Details key={unit} title={t('figures.registeredBy')} heads={[t('figures.day'), t('figures.registered'), t('figures.drawn')]} rows={days} row={(day) => (
            <tr key={day.key}><th scope="row">{day.label}</th><td>{day.values[0]}</td><td className="drawn"><Bar value={day.values[0]!} most={most} /></td></tr>
          )} />
        ))}
    </>
  );
}
