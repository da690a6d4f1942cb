import { readerName, useDirectory } from '~/coordination/directory/directory';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { useCirculation } from './matters';

/** 传阅台账: who was served, opened and read it, and when. */
export function ReadingLedger({ matter }: { matter: string }) {
  const directory = useDirectory();
  const ledger = useCirculation(matter).data;
  if (ledger === undefined || ledger.servedCount === 0) return null;
  return (
    <section className="ledger" aria-label={t('ledger.title')}>
      <h2>{t('ledger.title')}</h2>
      <p>{t('ledger.counts', { served: ledger.servedCount, opened: ledger.openedCount, read: ledger.readCount, released: ledger.releasedCount })}</p>
      <table>
        <thead><tr><th scope="col">{t('ledger.reader')}</th><th scope="col">{t('ledger.served')}</th><th scope="col">{t('ledger.opened')}</th><th scope="col">{t('ledger.read')}</th></tr></thead>
        <tbody>
          {ledger.readings.map((r) => (
            <tr key={r.task!.number}>
              <th scope="row">{readerName(directory, r.task!)}</th><td>{when(r.task!.assignTime)}</td><td>{when(r.task!.openTime)}</td>
              <td>{when(r.task!.endTime)}{r.note && <small>{r.note}</small>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
