import { Link } from 'react-router';
import { ResemblanceKind, type Resemblance } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';

/** What of the register a document resembles, and in what; what the caller may not see is only said to be there. */
export function Resemblances({ found }: { found: Pick<Resemblance, 'incomingDocument' | 'registrationNumber' | 'kind'>[] }) {
  return (
    <ul>
      {found.map((r, i) => (
        <li key={r.incomingDocument || i}>
          {r.incomingDocument ? <Link to={`/${r.incomingDocument.replace('incomingDocuments', 'incoming')}`} target="_blank">{r.registrationNumber}</Link> : t('register.unseen')}
          {r.kind !== ResemblanceKind.UNSPECIFIED && <> · {t(`resemblance.${ResemblanceKind[r.kind]}` as TextKey)}</>}
        </li>
      ))}
    </ul>
  );
}
