import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useDirectory } from '~/coordination/directory/directory';
import { UnitSelect } from '~/coordination/organisation/UnitSelect';
import { names } from '~/document/marks';
import { ExportButtons } from '~/frame/ExportButtons';
import { DocumentFlow, type DocumentFigure } from '~/gen/backoffice/coordination/v1/statistics_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';
import { Bars } from './Bars';
import { condition, isPeriod, largestFirst, sums, unitTitle, useDocumentFigures, within } from './figures';
import { Choice, Details, type Shown } from './shown';

const genreTitle = (genre: DocumentGenre): string => (genre === DocumentGenre.UNSPECIFIED ? t('figures.noGenre') : t(`genre.${DocumentGenre[genre]}` as TextKey));
const flowTitle = (flow: DocumentFlow): string => t(`flow.${DocumentFlow[flow]}` as TextKey);

/** 收发文: how many came in and went out, by month, genre or unit. */
export function DocumentFigures({ period, search, set }: Shown) {
  const directory = useDirectory();
  const [by, flow, genre, unit] = [search.get('by') ?? 'month', search.get('flow') ?? '', search.get('genre') ?? '', search.get('unit') ?? ''];
  const filter = within(period) + condition('flow', flow) + condition('genre', genre) + condition('unit', unit, true);
  const read = useDocumentFigures(filter, isPeriod(period));
  const rows = read.data ?? [];
  const flows = [DocumentFlow.INCOMING, DocumentFlow.OUTGOING].filter((one) => flow === '' || DocumentFlow[one] === flow);
  const keys: Record<string, (row: DocumentFigure) => [string, string]> = {
    month: (row) => [row.month, row.month], genre: (row) => [String(row.genre), genreTitle(row.genre)], unit: (row) => [row.unit, unitTitle(directory, row.unit)],
  };
  const key = keys[by] ?? keys['month']!;
  const lines = sums(rows, (row) => key(row)[0], (row) => key(row)[1], (row) => flows.map((one) => (one === row.flow ? Number(row.count) : 0)));
  const heads = [t('figures.month'), t('figures.flow'), t('figures.genre'), t('figures.unit'), t('figures.count')];
  const cells = (row: DocumentFigure) => [row.month, flowTitle(row.flow), genreTitle(row.genre), unitTitle(directory, row.unit), Number(row.count)];
  return (
    <>
      <div className="filters">
        <Choice label={t('figures.by')} value={by} change={(value) => set('by', value)} options={[['month', t('figures.month')], ['genre', t('figures.genre')], ['unit', t('figures.unit')]]} />
        <Choice label={t('figures.flow')} value={flow} change={(value) => set('flow', value)} options={[['', t('figures.both')], ...names('flow', DocumentFlow).map((one): [string, string] => [one.value, one.label])]} />
        <Choice label={t('figures.genre')} value={genre} change={(value) => set('genre', value)} options={[['', t('figures.allGenres')], ...names('genre', DocumentGenre).map((one): [string, string] => [one.value, one.label])]} />
        <label>{t('figures.unit')} <UnitSelect value={unit} none={t('figures.allUnits')} change={(value) => set('unit', value)} /></label>
        <span className="space" />
        <ExportButtons name={`${t('figures.documents')} ${period.from} ${period.to}`} table={() => ({ header: heads, rows: rows.map(cells) })} />
      </div>
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isLoading && <p className="waiting">{t('shell.loading')}</p>}
      {read.isSuccess && rows.length === 0 && <p className="empty">{t('figures.none')}</p>}
      {rows.length > 0 && (
        <>
          <Bars title={t('figures.documentsBy')} of={t(by === 'genre' ? 'figures.genre' : by === 'unit' ? 'figures.unit' : 'figures.month')} series={flows.map(flowTitle)} lines={by === 'month' || keys[by] === undefined ? lines : largestFirst(lines)} />
          <Details key={filter} title={t('figures.details')} heads={heads} rows={rows} row={(row) => (
            <tr key={`${row.month}/${row.flow}/${row.genre}/${row.unit}`}>{cells(row).map((cell, i) => (i === 0 ? <th key={i} scope="row">{cell}</th> : <td key={i}>{cell}</td>))}</tr>
          )} />
        </>
      )}
    </>
  );
}
