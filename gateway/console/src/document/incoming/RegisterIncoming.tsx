import { ConnectError } from '@connectrpc/connect';
import { create } from '@bufbuild/protobuf';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useDraft } from '~/frame/drafts';
import { DocumentGenre, ResemblanceKind, ResemblanceSchema, Urgency, type Resemblance } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { RegisterIncomingDocumentRequestSchema } from '~/gen-rules/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';
import { dayFrom } from '~/texts/times';
import { names } from '../marks';
import { documents } from './incoming';

const empty = { title: '', documentNumber: '', issuer: '', issueDay: '', genre: '', urgency: 'UNSPECIFIED', mainRecipients: '', copyRecipients: '', sender: '', copyCount: '1', body: '', duplicateReason: '', acceptDuplicate: false };
type Entry = typeof empty;
const validator = createValidator();

function requestOf(entry: Entry) {
  const day = dayFrom(entry.issueDay);
  return create(RegisterIncomingDocumentRequestSchema, {
    acceptDuplicate: entry.acceptDuplicate,
    incomingDocument: {
      title: entry.title, documentNumber: entry.documentNumber, issuer: entry.issuer, mainRecipients: entry.mainRecipients, copyRecipients: entry.copyRecipients,
      sender: entry.sender, body: entry.body, duplicateReason: entry.duplicateReason, copyCount: Number(entry.copyCount),
      genre: DocumentGenre[(entry.genre || 'UNSPECIFIED') as keyof typeof DocumentGenre], urgency: Urgency[entry.urgency as keyof typeof Urgency],
      ...(day ? { issueDate: day, issueDateText: `${day.year}年${day.month}月${day.day}日` } : {}),
    },
  });
}

/** 收文登记: by hand, field by field as printed; what is typed stays until it is registered. */
export default function RegisterIncoming() {
  const [kept, keep] = useDraft('register-incoming');
  const entry: Entry = { ...empty, ...(JSON.parse(kept || '{}') as Partial<Entry>) };
  const [violations, setViolations] = useState<Violation[]>([]);
  const [resembles, setResembles] = useState<Resemblance[]>([]);
  const first = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const go = useNavigate();
  const call = useCall(
    async (sent: Entry, requestId) => {
      try {
        return await documents.registerIncomingDocument({ ...requestOf(sent), requestId });
      } catch (e) {
        setResembles(ConnectError.from(e).findDetails(ResemblanceSchema));
        throw e;
      }
    },
    (result) => {
      keep('');
      void queries.invalidateQueries({ queryKey: ['incoming'] });
      void go(`/${result.incomingDocument!.name.replace('incomingDocuments', 'incoming')}`, { state: { registered: true } });
    },
  );
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const set = (change: Partial<Entry>) => keep(JSON.stringify({ ...entry, ...change }));
  const send = () => {
    // The contract's own rules, before the call and in the service again.
    const checked = validator.validate(RegisterIncomingDocumentRequestSchema, requestOf(entry));
    const found = checked.kind === 'invalid' ? checked.violations : [];
    setViolations(found);
    setResembles([]);
    if (found.length === 0) call.run(entry);
  };
  const wrong = (field: string) => violations.find((v) => v.field.some((part) => part.kind === 'field' && part.name === field))?.message;
  const field = (name: keyof Entry, contractName: string, label: TextKey, input: ReactNode, required = false) => (
    <label className={`field ${name}`}>
      <span>{t(label)}{required && <span className="required">{t('form.required')}</span>}</span>
      {input}
      {wrong(contractName) && <small role="alert" className="wrong">{wrong(contractName)}</small>}
    </label>
  );
  const text = (name: 'title' | 'documentNumber' | 'issuer' | 'mainRecipients' | 'copyRecipients' | 'sender', contractName: string, label: TextKey, required = false) =>
    field(name, contractName, label, <Input value={entry[name]} required={required} onChange={(e) => set({ [name]: e.target.value })} />, required);
  const number = call.refusal?.reason === 'DUPLICATE';
  return (
    <section className="page" aria-label={t('register.title')}>
      <header><h1>{t('register.title')}</h1><span className="space" /><Link to="/incoming">{t('nav.incoming')}</Link></header>
      <form ref={first} className="entry" onSubmit={(e) => { e.preventDefault(); send(); }}>
        {text('title', 'title', 'incoming.title', true)}
        {text('documentNumber', 'document_number', 'incoming.documentNumber')}
        {text('issuer', 'issuer', 'incoming.issuer')}
        {field('issueDay', 'issue_date', 'incoming.issueDate', <input type="date" value={entry.issueDay} onChange={(e) => set({ issueDay: e.target.value })} />)}
        {field('genre', 'genre', 'incoming.genre', (
          <select value={entry.genre} onChange={(e) => set({ genre: e.target.value })}>
            <option value="">{t('form.choose')}</option>
            {names('genre', DocumentGenre).map((g) => <option key={g.value} value={g.value}>{g.label}</option>)}
          </select>
        ))}
        {field('urgency', 'urgency', 'incoming.urgency', (
          <select value={entry.urgency} onChange={(e) => set({ urgency: e.target.value })}>
            {names('urgency', Urgency, true).map((u) => <option key={u.value} value={u.value}>{u.label}</option>)}
          </select>
        ))}
        {field('copyCount', 'copy_count', 'incoming.copyCount', <Input type="number" min={1} value={entry.copyCount} onChange={(e) => set({ copyCount: e.target.value })} />)}
        {text('sender', 'sender', 'incoming.sender')}
        {text('mainRecipients', 'main_recipients', 'incoming.mainRecipients')}
        {text('copyRecipients', 'copy_recipients', 'incoming.copyRecipients')}
        {field('body', 'body', 'incoming.body', <Input.TextArea value={entry.body} rows={8} onChange={(e) => set({ body: e.target.value })} />)}
        {call.refusal && <RefusalNotice refusal={call.refusal} />}
        {resembles.length > 0 && (
          <div className="resembles" role="alert">
            <p><strong>{t('register.resembles')}</strong></p>
            <ul>
              {resembles.map((r, i) => (
                <li key={r.incomingDocument || i}>
                  {r.incomingDocument ? <Link to={`/${r.incomingDocument.replace('incomingDocuments', 'incoming')}`} target="_blank">{r.registrationNumber}</Link> : t('register.unseen')}
                  {r.kind !== ResemblanceKind.UNSPECIFIED && <> · {t(`resemblance.${ResemblanceKind[r.kind]}` as TextKey)}</>}
                </li>
              ))}
            </ul>
            {number
              ? <label className="field"><span>{t('register.duplicateReason')}<span className="required">{t('form.required')}</span></span><Input value={entry.duplicateReason} onChange={(e) => set({ duplicateReason: e.target.value })} /></label>
              : <label><input type="checkbox" checked={entry.acceptDuplicate} onChange={(e) => set({ acceptDuplicate: e.target.checked })} /> {t('register.allTheSame')}</label>}
          </div>
        )}
        <p className="buttons">
          <Button type="primary" htmlType="submit" loading={call.busy}>{t('register.submit')}</Button>
          <Button onClick={() => { keep(''); setViolations([]); setResembles([]); call.clear(); }}>{t('form.clear')}</Button>
        </p>
      </form>
    </section>
  );
}
