import { ConnectError } from '@connectrpc/connect';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Field } from '~/calls/Field';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { useDraft } from '~/frame/drafts';
import { ResemblanceSchema, type IncomingDocument, type Resemblance } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t } from '~/texts/texts';
import { empty, entryOf, particularsOf, type Entry } from './entry';
import { EntryFields } from './EntryFields';
import { documents, useIncoming } from './incoming';
import { Resemblances } from './Resemblances';

/** 收文登记: by hand, or what was signed for before; what is typed stays until it is registered. */
export default function RegisterIncoming() {
  const signedFor = useSearchParams()[0].get('signedFor') ?? '';
  const known = useIncoming(signedFor);
  if (known.error !== null) return <RefusalNotice refusal={refusalOf(known.error)} />;
  if (signedFor !== '' && known.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return <Form key={signedFor} signedFor={known.data} />;
}

function Form({ signedFor }: { signedFor: IncomingDocument | undefined }) {
  const [kept, keep] = useDraft(signedFor ? `register-incoming.${signedFor.name}` : 'register-incoming');
  const entry: Entry = { ...empty, ...(signedFor ? entryOf(signedFor) : {}), ...(JSON.parse(kept || '{}') as Partial<Entry>) };
  const [resembles, setResembles] = useState<Resemblance[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const go = useNavigate();
  const call = useCall(
    async (sent: Entry, requestId) => {
      try {
        return await documents.registerIncomingDocument({ incomingDocument: particularsOf(sent), signedFor: signedFor?.name ?? '', acceptDuplicate: sent.acceptDuplicate, requestId });
      } catch (e) {
        setResembles(ConnectError.from(e).findDetails(ResemblanceSchema));
        throw e;
      }
    },
    (result) => {
      keep('');
      void queries.invalidateQueries({ queryKey: ['incoming'] });
      // What it only resembles is told once it is registered.
      const resemblances = result.resemblances.map(({ incomingDocument, registrationNumber, kind }) => ({ incomingDocument, registrationNumber, kind }));
      void go(`/${result.incomingDocument!.name.replace('incomingDocuments', 'incoming')}`, { state: { registered: true, resemblances } });
    },
  );
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const set = (change: Partial<Entry>) => keep(JSON.stringify({ ...entry, ...change }));
  const send = () => {
    setResembles([]);
    call.run(entry);
  };
  const number = call.refusal?.reason === 'DUPLICATE';
  return (
    <section className="page" aria-label={t('register.title')}>
      <header><h1>{t('register.title')}</h1><span className="space" /><Link to="/incoming/import">{t('import.title')}</Link><Link to="/incoming">{t('nav.incoming')}</Link></header>
      <form ref={form} className="entry" onSubmit={(e) => { e.preventDefault(); send(); }}>
        <EntryFields entry={entry} set={set} refusal={call.refusal} />
        {call.refusal && <RefusalNotice refusal={call.refusal} />}
        {resembles.length > 0 && (
          <div className="resembles" role="alert">
            <p><strong>{t('register.resembles')}</strong></p>
            <Resemblances found={resembles} />
            {number
              ? <Field label={t('register.duplicateReason')} required><Input value={entry.duplicateReason} onChange={(e) => set({ duplicateReason: e.target.value })} /></Field>
              : <label><input type="checkbox" checked={entry.acceptDuplicate} onChange={(e) => set({ acceptDuplicate: e.target.checked })} /> {t('register.allTheSame')}</label>}
          </div>
        )}
        <p className="buttons">
          <Button type="primary" htmlType="submit" loading={call.busy}>{t('register.submit')}</Button>
          <Button onClick={() => { keep(''); setResembles([]); call.clear(); }}>{t('form.clear')}</Button>
        </p>
      </form>
    </section>
  );
}
