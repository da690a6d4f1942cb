import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { useReread } from '~/document/matters/matters';
import { useDraft } from '~/frame/drafts';
import type { IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t } from '~/texts/texts';
import { Differences } from './Differences';
import { changed, correctable, entryOf, particularsOf, type Entry } from './entry';
import { EntryFields } from './EntryFields';
import { documents, useIncoming } from './incoming';

/** 更正: registered particulars or the readers; the state before is kept as a version. */
export default function CorrectIncoming() {
  const name = `incomingDocuments/${useParams()['id']}`;
  const read = useIncoming(name);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return <Form document={read.data} />;
}

function Form({ document }: { document: IncomingDocument }) {
  const [kept, keep] = useDraft(`correct.${document.name}`);
  const stands = entryOf(document);
  // Against what was read when typing began: what another changed meanwhile is shown before anything goes over it.
  const { etag = document.etag, ...typed } = JSON.parse(kept || '{}') as Partial<Entry> & { etag?: string };
  const entry: Entry = { ...stands, ...typed };
  const differs = changed(stands, entry);
  const reread = useReread();
  const go = useNavigate();
  const page = `/${document.name.replace('incomingDocuments', 'incoming')}`;
  const call = useCall(
    (sent: { entry: Entry; etag: string }, requestId) => documents.updateIncomingDocument({
      incomingDocument: { ...particularsOf(sent.entry), name: document.name, etag: sent.etag },
      updateMask: { paths: changed(stands, sent.entry).flatMap((field) => [...correctable[field]]) },
      requestId,
    }),
    () => {
      keep('');
      reread();
      void go(page, { state: { corrected: true } });
    },
  );
  const set = (change: Partial<Entry>) => keep(JSON.stringify({ ...typed, ...change, etag }));
  return (
    <section className="page" aria-label={t('correct.title')}>
      <header><h1>{t('correct.title')}</h1><span>{document.registrationNumber}</span><span className="space" /><Link to={page}>{t('desk.openPage')}</Link></header>
      <form className="entry" onSubmit={(e) => { e.preventDefault(); call.run({ entry, etag }); }}>
        <EntryFields entry={entry} set={set} refusal={call.refusal} />
        <section className="differences" aria-label={t('correct.differences')}>
          <h2>{t('correct.differences')}</h2>
          {differs.length === 0 ? <p className="empty">{t('correct.none')}</p> : <Differences before={stands} after={entry} fields={differs} />}
        </section>
        {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => { call.clear(); reread(); }} />}
        {etag !== document.etag && !call.refusal && (
          <p role="alert" className="wrong">{t('correct.changedMeanwhile')} <button type="button" className="link" onClick={() => keep(JSON.stringify({ ...typed, etag: document.etag }))}>{t('correct.goOn')}</button></p>
        )}
        <p className="buttons">
          <Button type="primary" htmlType="submit" disabled={differs.length === 0 || etag !== document.etag} loading={call.busy}>{t('correct.submit')}</Button>
          <Button onClick={() => { keep(''); call.clear(); void go(page); }}>{t('form.cancel')}</Button>
        </p>
      </form>
    </section>
  );
}
