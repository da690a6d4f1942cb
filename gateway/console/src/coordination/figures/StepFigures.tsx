import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ExportButtons } from '~/frame/ExportButtons';
import type { OpenOverdue, StepFigure } from '~/gen/backoffice/coordination/v1/statistics_pb';
import { t, type TextKey } from '~/texts/texts';
import { Bar } from './Bars';
import { hoursOf, isPeriod, useStepFigures, within } from './figures';
import { Choice, Details, type Shown } from './shown';

const measures: Record<string, [TextKey, (row: StepFigure) => number]> = {
  median: ['figures.median', (row) => hoursOf(row.medianWorkingTime) ?? 0], p90: ['figures.p90', (row) => hoursOf(row.p90WorkingTime) ?? 0],
  done: ['figures.done', (row) => Number(row.doneCount)], returned: ['figures.returned', (row) => Number(row.returnedCount)], overdue: ['figures.late', (row) => Number(row.overdueCount)],
};

const share = (row: StepFigure): string => `${Math.round(row.returnedShare * 100)}%`;
const none = '—';

/** 环节: how long each step took in working hours, how often it was returned and how often it was late. */
export function StepFigures({ period, search, set }: Shown) {
  const read = useStepFigures(within(period), isPeriod(period));
  const [procedure, step, measure] = [search.get('procedure') ?? '', search.get('step') ?? '', measures[search.get('measure') ?? ''] === undefined ? 'median' : search.get('measure')!];
  const all = read.data?.figures ?? [];
  const ofProcedure = all.filter((row) => procedure === '' || row.procedureTitle === procedure);
  const rows = ofProcedure.filter((row) => step === '' || row.stepTitle === step);
  const titles = (of: StepFigure[], title: (row: StepFigure) => string): [string, string][] => [...new Set(of.map(title))].map((one) => [one, one]);
  const valueOf = measures[measure]![1];
  const most = Math.max(0, ...rows.map(valueOf));
  const heads = [t('figures.month'), t('figures.procedure'), t('figures.step'), t('figures.done'), t('figures.returned'), t('figures.share'), t('figures.late'), t('figures.median'), t('figures.p90'), t('figures.untimed')];
  const cells = (row: StepFigure) => [
    row.month, row.procedureTitle, row.stepTitle, Number(row.doneCount), Number(row.returnedCount), share(row), Number(row.overdueCount), hoursOf(row.medianWorkingTime) ?? none, hoursOf(row.p90WorkingTime) ?? none, Number(row.untimedCount),
  ];
  return (
    <>
      {read.data && <Overdue count={Number(read.data.overdueCount)} by={read.data.overdue} />}
      <div className="filters">
        <Choice label={t('figures.procedure')} value={procedure} change={(value) => set('procedure', value)} options={[['', t('figures.allProcedures')], ...titles(all, (row) => row.procedureTitle)]} />
        <Choice label={t('figures.step')} value={step} change={(value) => set('step', value)} options={[['', t('figures.allSteps')], ...titles(ofProcedure, (row) => row.stepTitle)]} />
        <Choice label={t('figures.drawn')} value={measure} change={(value) => set('measure', value)} options={Object.entries(measures).map(([name, [title]]): [string, string] => [name, t(title)])} />
        <span className="space" />
        <ExportButtons name={`${t('figures.steps')} ${period.from} ${period.to}`} table={() => ({ header: heads, rows: rows.map(cells) })} />
      </div>
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isLoading && <p className="waiting">{t('shell.loading')}</p>}
      {read.isSuccess && rows.length === 0 && <p className="empty">{t('figures.none')}</p>}
      {rows.length > 0 && <p className="facts">{t('figures.timeHint')}</p>}
      {rows.length > 0 && (
        <Details key={procedure + step} title={t('figures.stepsHow')} heads={[...heads, t('figures.drawn')]} rows={rows} row={(row) => (
          <tr key={`${row.month}/${row.procedureTitle}/${row.step}`}>
            {cells(row).map((cell, i) => (i === 0 ? <th key={i} scope="row">{cell}</th> : <td key={i}>{cell}</td>))}
            <td className="drawn"><Bar value={valueOf(row)} most={most} /></td>
          </tr>
        )} />
      )}
    </>
  );
}

/** What is open and late now, whatever months are looked at. */
function Overdue({ count, by }: { count: number; by: OpenOverdue[] }) {
  if (count === 0) return <p className="fine" role="status">{t('figures.noneLate')}</p>;
  return <p role="status" className="open-late"><strong className="wrong">{t('figures.lateNow', { count })}</strong> {by.map((one) => <span key={one.procedureTitle}>{one.procedureTitle} {Number(one.count)}</span>)}</p>;
}
