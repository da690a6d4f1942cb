import { useState } from 'react';
import { personName, useDirectory } from '~/coordination/directory/directory';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { Differences } from './Differences';
import { useComparison, useVersions } from './outgoing';

/** 版本: who changed what, and the difference to the version before. */
export function Versions({ document }: { document: OutgoingDocument }) {
  const directory = useDirectory();
  const versions = useVersions(document.name).data ?? [];
  const [to, setTo] = useState(0);
  const differences = useComparison(document.name, to - 1, to).data ?? [];
  return (
    <section className="versions" aria-label={t('versions.title')}>
      <h2>{t('versions.title')}</h2>
      <ol reversed>
        {versions.map((v) => (
          <li key={v.version} value={v.version}>
            {when(v.createTime)} {personName(directory, v.person)}{v.reason && <q>{v.reason}</q>}
            {v.version > 1 && <>{' '}<button type="button" className="link" aria-expanded={to === v.version} onClick={() => setTo(to === v.version ? 0 : v.version)}>{t('versions.compare')}</button></>}
            {to === v.version && <Differences differences={differences} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
