import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { useDraft } from '~/frame/drafts';
import { DocumentNumberService } from '~/gen/backoffice/document/v1/dispatches_pb';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { OutgoingValidityService } from '~/gen/backoffice/document/v1/outgoing_validity_pb';
import { InvalidityKind } from '~/gen/backoffice/document/v1/validity_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { asDay, dayFrom, today, when } from '~/texts/times';
import { documents } from './outgoing';

const client = clientOf(OutgoingValidityService);
const numbers = clientOf(DocumentNumberService);

/** That it is not, or no longer, in force: by whom, why and by what. */
export function InvalidityNotice({ document }: { document: OutgoingDocument }) {
  const directory = useDirectory();
  const ended = document.invalidity;
  if (ended === undefined) return null;
  return (
    <Alert type="warning" showIcon title={t(`invalidity.${InvalidityKind[ended.kind]}` as TextKey)} description={(
      <>
        <p>{ended.reason}</p>
        <p>{ended.person && personName(directory, ended.person)} {when(ended.time)} {ended.effectiveDate && t('ending.from', { day: asDay(ended.effectiveDate) })} {ended.outgoingDocument && <Link to={`/${ended.outgoingDocument.replace('outgoingDocuments', 'outgoing')}`}>{ended.documentNumber}</Link>}</p>
      </>
    )} />
  );
}

type What = 'withdraw' | 'revoke' | 'repeal' | 'void';

/** 撤回、撤销、废止 of what was sent, and 作废 of a number: by whom the contract allows it, never without a reason. */
export function Ending({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const [open, setOpen] = useState<What | undefined>();
  const validity = OutgoingValidityService.method;
  const sent = document.state === OutgoingDocumentState.DISPATCHED && document.invalidity === undefined;
  const numbered = document.state === OutgoingDocumentState.REGISTERED || document.state === OutgoingDocumentState.PRINTED;
  const offered = ([
    ['withdraw', sent && mayCall(me, validity.withdrawOutgoingDocument)], ['revoke', sent && mayCall(me, validity.revokeOutgoingDocument)],
    ['repeal', sent && mayCall(me, validity.repealOutgoingDocument)], ['void', numbered && mayCall(me, DocumentNumberService.method.voidDocumentNumber)],
  ] as const).filter(([, may]) => may).map(([what]) => what);
  if (offered.length === 0) return null;
  return (
    <section className="ending" aria-label={t('ending.title')}>
      <div className="verbs" role="group" aria-label={t('ending.title')}>
        {offered.map((what) => <Button key={what} danger aria-expanded={open === what} onClick={() => setOpen(open === what ? undefined : what)}>{t(`ending.${what}`)}</Button>)}
      </div>
      {open && <End key={open} what={open} document={document} close={() => setOpen(undefined)} />}
    </section>
  );
}

function End({ what, document, close }: { what: What; document: OutgoingDocument; close: () => void }) {
  const [reason, setReason] = useDraft(`${document.name}.${what}`);
  const [by, setBy] = useState('');
  const [from, setFrom] = useState(today());
  const effectiveDate = dayFrom(from);
  const input = { name: document.name, etag: document.etag, reason, by, day: from };
  const send = (sent: typeof input, requestId: string): Promise<unknown> => {
    const { name, etag, reason: why } = sent;
    if (what === 'void') return numbers.voidDocumentNumber({ number: document.documentNumber, reason: why, requestId });
    if (what === 'withdraw') return client.withdrawOutgoingDocument({ name, etag, reason: why, replacement: sent.by, requestId });
    if (what === 'revoke') return client.revokeOutgoingDocument({ name, etag, reason: why, revokedBy: sent.by, requestId });
    return client.repealOutgoingDocument({ name, etag, reason: why, repealedBy: sent.by, requestId, ...(effectiveDate ? { effectiveDate } : {}) });
  };
  return (
    <ActForm focus danger title={t(`ending.${what}`)} submit={t(`ending.${what}`)} cancel={close} input={input} send={send} done={() => { setReason(''); close(); }}
      ready={reason.trim() !== '' && (what === 'withdraw' || what === 'void' || by !== '') && (what !== 'repeal' || effectiveDate !== undefined)}>
      <p>{t(`ending.${what}Hint`)}</p>
      <label className="field">{t('act.reason')}<span className="required">{t('form.required')}</span> <Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
      {what !== 'void' && <Later not={document.name} label={t(what === 'withdraw' ? 'ending.replacement' : 'ending.by')} value={by} change={setBy} required={what !== 'withdraw'} />}
      {what === 'repeal' && <label className="field">{t('ending.firstDay')} <input type="date" value={from} onChange={(e) => setFrom(e.target.value)} /></label>}
    </ActForm>
  );
}

/** A document that was dispatched, to stand in the place of another. */
function Later({ not, label, value, change, required }: { not: string; label: string; value: string; change: (name: string) => void; required: boolean }) {
  const sent = useQuery({ queryKey: ['outgoing', 'list', 'dispatched'], queryFn: async () => (await documents.listOutgoingDocuments({ pageSize: 200, filter: 'state = DISPATCHED' })).outgoingDocuments }).data ?? [];
  return (
    <label className="field">
      {label}{required && <span className="required">{t('form.required')}</span>}{' '}
      <select value={value} onChange={(e) => change(e.target.value)}>
        <option value="">{t(required ? 'form.choose' : 'ending.none')}</option>
        {sent.filter((d) => d.name !== not).map((d) => <option key={d.name} value={d.name}>{d.documentNumber} {d.title}</option>)}
      </select>
    </label>
  );
}
