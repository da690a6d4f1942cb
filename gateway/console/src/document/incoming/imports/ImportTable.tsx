import { Link } from 'react-router';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import type { ImportOutcome } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { LocalizedMessageSchema } from '~/gen/google/rpc/error_details_pb';
import type { Status } from '~/gen/google/rpc/status_pb';
import { language, t } from '~/texts/texts';
import { Differences } from '../Differences';
import { entryOf } from '../entry';
import { Resemblances } from '../Resemblances';
import type { Previewed } from './preview';

const pageOf = (name: string) => `/${name.replace('incomingDocuments', 'incoming')}`;

interface Props { rows: Previewed[]; left: Set<number>; setLeft: (left: Set<number>) => void; outcomes: ImportOutcome[] }

/** Record by record: new, held already with its differences, or broken; and what became of it. */
export function ImportTable({ rows, left, setLeft, outcomes }: Props) {
  const toggle = (line: number) => {
    const next = new Set(left);
    if (!next.delete(line)) next.add(line);
    setLeft(next);
  };
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('import.records')}>
      <table className="plain">
        <thead><tr><th scope="col">{t('import.take')}</th><th scope="col">{t('import.line')}</th><th scope="col">{t('incoming.title')}</th><th scope="col">{t('incoming.documentNumber')}</th><th scope="col">{t('import.found')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td><input type="checkbox" aria-label={t('import.takeLine', { line: row.line })} disabled={row.document === undefined} checked={!left.has(row.line)} onChange={() => toggle(row.line)} /></td>
              <td>{row.line}</td>
              <td>{row.document?.title}</td>
              <td>{row.document?.documentNumber}</td>
              <td><Found row={row} outcome={outcomes.find((o) => o.source === row.document?.source)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Found({ row, outcome }: { row: Previewed; outcome: ImportOutcome | undefined }) {
  if (row.problem !== undefined) return <span className="wrong">{t('import.broken', { problem: row.problem })}</span>;
  if (outcome !== undefined) return <Became outcome={outcome} />;
  if (row.held === undefined) return <span className="fine">{t('import.fresh')}</span>;
  return (
    <>
      {t('import.held')} <Link to={pageOf(row.held.name)} target="_blank">{row.held.registrationNumber}</Link>{' '}
      {row.differs.length === 0 ? t('import.same') : <Differences before={entryOf(row.held)} after={entryOf(row.document!)} fields={row.differs} />}
    </>
  );
}

function Became({ outcome }: { outcome: ImportOutcome }) {
  return (
    <>
      {outcome.refusal && <span className="wrong">{said(outcome.refusal)}</span>}
      {outcome.name && <Link to={pageOf(outcome.name)}>{t(outcome.existed ? 'import.existed' : 'import.registered')}</Link>}
      {outcome.resemblances.length > 0 && <><p>{t('register.resembles')}</p><Resemblances found={outcome.resemblances} /></>}
    </>
  );
}

const said = (status: Status): string => {
  const chinese = status.details.map((detail) => anyUnpack(detail, LocalizedMessageSchema)).find((m) => m?.locale === 'zh-CN')?.message;
  return language() === 'zh-CN' && chinese ? chinese : status.message;
};
