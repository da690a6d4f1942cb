import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ExportButtons } from '~/frame/ExportButtons';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { dispatches } from './DispatchLedger';
import { OutgoingPlaces } from './OutgoingPlaces';

/** 逾期未签收: what nobody has signed for in time, the longest first; it is urged from the ledger of its document. */
export default function Overdue() {
  const read = useQuery({ queryKey: ['outgoing', 'overdue'], queryFn: async () => (await dispatches.listDispatches({ parent: 'outgoingDocuments/-', overdueOnly: true, pageSize: 1000 })).dispatches });
  const rows = read.data ?? [];
  return (
    <section className="register" aria-label={t('overdue.title')}>
      <header><h1>{t('overdue.title')}</h1><span className="total" role="status">{t('list.total', { count: rows.length })}</span></header>
      <OutgoingPlaces />
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isSuccess && rows.length === 0 && <p className="empty">{t('overdue.empty')}</p>}
      {rows.length > 0 && (
        <>
          <div className="scroll ledger" role="region" tabIndex={0} aria-label={t('list.table')}>
            <table>
              <thead><tr><th scope="col">{t('incoming.documentNumber')}</th><th scope="col">{t('incoming.title')}</th><th scope="col">{t('receipts.organ')}</th><th scope="col">{t('receipts.sent')}</th><th scope="col">{t('overdue.urged')}</th></tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name}>
                    <td>{row.documentNumber}</td><td><Link to={`/${row.name.split('/').slice(0, 2).join('/').replace('outgoingDocuments', 'outgoing')}`}>{row.title}</Link></td>
                    <th scope="row">{row.organ}</th><td>{when(row.dispatchTime)}</td><td>{row.urgings.length}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ExportButtons name={t('overdue.title')} table={() => ({
            header: [t('incoming.documentNumber'), t('incoming.title'), t('receipts.organ'), t('receipts.sent'), t('overdue.urged')],
            rows: rows.map((row) => [row.documentNumber, row.title, row.organ, when(row.dispatchTime), row.urgings.length]),
          })} />
        </>
      )}
    </section>
  );
}
