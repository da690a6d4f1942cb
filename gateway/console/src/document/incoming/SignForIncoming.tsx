import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { empty, particularsOf, type Entry } from './entry';
import { EntryFields } from './EntryFields';
import { documents } from './incoming';

/** 签收: what is on the envelope, counted and signed for with the time; registration follows. */
export default function SignForIncoming() {
  const [kept, keep] = useDraft('sign-for-incoming');
  const entry: Entry = { ...empty, ...(JSON.parse(kept || '{}') as Partial<Entry>) };
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const go = useNavigate();
  const call = useCall(
    (sent: Entry, requestId) => documents.signForIncomingDocument({ incomingDocument: particularsOf(sent), requestId }),
    (result) => {
      keep('');
      void queries.invalidateQueries({ queryKey: ['incoming'] });
      void go(`/${result.incomingDocument!.name.replace('incomingDocuments', 'incoming')}`, { state: { signedFor: true } });
    },
  );
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const ready = entry.title.trim() !== '' || entry.documentNumber.trim() !== '';
  return (
    <section className="page" aria-label={t('signFor.title')}>
      <header><h1>{t('signFor.title')}</h1><span className="space" /><Link to="/incoming">{t('nav.incoming')}</Link></header>
      <p>{t('signFor.hint')}</p>
      <form ref={form} className="entry" onSubmit={(e) => { e.preventDefault(); call.run(entry); }}>
        <EntryFields brief titleRequired={false} entry={entry} set={(change) => keep(JSON.stringify({ ...entry, ...change }))} refusal={call.refusal} />
        {call.refusal && <RefusalNotice refusal={call.refusal} />}
        <p className="buttons">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={call.busy}>{t('signFor.submit')}</Button>
          <Button onClick={() => { keep(''); call.clear(); }}>{t('form.clear')}</Button>
        </p>
      </form>
    </section>
  );
}
