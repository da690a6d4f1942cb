import { DifferenceKind, type Difference } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t, type TextKey } from '~/texts/texts';

const labels: Record<string, TextKey> = { title: 'incoming.title', main_recipients: 'incoming.mainRecipients', copy_recipients: 'incoming.copyRecipients', body: 'incoming.body' };
// What stayed the same around a change, so that it is seen where it stands.
const around = 24;

/** Added and removed, field by field; what is the same may be shortened to what stands around a change. */
export function Differences({ differences, shorten = false }: { differences: Difference[]; shorten?: boolean }) {
  const fields = [...new Set(differences.map((d) => d.field))].filter((field) => differences.some((d) => d.field === field && d.kind !== DifferenceKind.KEPT));
  if (fields.length === 0) return <p className="empty">{t('versions.same')}</p>;
  return fields.map((field) => (
    <div key={field}>
      <h3>{labels[field] ? t(labels[field]) : field}</h3>
      <p className="difference">
        {differences.filter((d) => d.field === field).map((d, i) =>
          d.kind === DifferenceKind.ADDED ? <ins key={i}>{d.text}</ins>
          : d.kind === DifferenceKind.REMOVED ? <del key={i}>{d.text}</del>
          : <span key={i}>{shorten && d.text.length > around * 2 + 1 ? `${d.text.slice(0, around)}…${d.text.slice(-around)}` : d.text}</span>)}
      </p>
    </div>
  ));
}
