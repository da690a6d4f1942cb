import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useReread } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { ChangeKind, OutgoingDocumentService, OutgoingDocumentState } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { documents } from '../outgoing';
import type { SheetDesk } from './useSheet';

/** 保存、送审; after the signature a change says what kind it is, and why. */
export function SaveBar({ desk, submitted }: { desk: SheetDesk; submitted: () => void }) {
  const ready = desk.dirty && !desk.readOnly && desk.theirs === undefined && (!desk.signed || (desk.kind !== ChangeKind.UNSPECIFIED && desk.reason.trim() !== ''));
  return (
    <div className="save-bar">
      {desk.signed && (
        <fieldset disabled={desk.readOnly}>
          <legend>{t('change.kind')}</legend>
          {[ChangeKind.EDITORIAL, ChangeKind.SUBSTANTIVE].map((kind) => (
            <label key={kind}><input type="radio" name="change-kind" checked={desk.kind === kind} onChange={() => desk.setKind(kind)} /> {t(kind === ChangeKind.EDITORIAL ? 'change.editorial' : 'change.substantive')}</label>
          ))}
          <Input aria-label={t('act.reason')} placeholder={t('act.reason')} value={desk.reason} maxLength={2000} onChange={(e) => desk.setReason(e.target.value)} />
        </fieldset>
      )}
      <div className="buttons">
        <Button type="primary" disabled={!ready} loading={desk.busy} onClick={desk.save} aria-keyshortcuts="Control+S">{t('draft.save')}<kbd className="wide">Ctrl+S</kbd></Button>
        <Submit desk={desk} submitted={submitted} />
        <small>{t('draft.version', { version: desk.base.version })}</small>
      </div>
    </div>
  );
}

/** 送审, of what was saved. */
function Submit({ desk, submitted }: { desk: SheetDesk; submitted: () => void }) {
  const me = useMe();
  const reread = useReread();
  const { base } = desk;
  const [open, setOpen] = useState(false);
  const [opinion, setOpinion] = useDraft(`${base.name}.submit`);
  const call = useCall((input: { name: string; opinion: string }, requestId) => documents.submitOutgoingDocument({ ...input, requestId }), () => {
    setOpinion('');
    reread();
    submitted();
  });
  if (base.state !== OutgoingDocumentState.DRAFTING || base.matter !== '' || !mayCall(me, OutgoingDocumentService.method.submitOutgoingDocument)) return null;
  const why = desk.dirty ? t('draft.saveFirst') : undefined;
  return (
    <>
      <Button disabled={desk.dirty || desk.readOnly} title={why} aria-expanded={open} onClick={() => setOpen(!open)}>{t('submit.submit')}</Button>
      {open && !desk.dirty && (
        <form className="act submit" aria-label={t('submit.title')} onSubmit={(e) => { e.preventDefault(); call.run({ name: base.name, opinion }); }}>
          <OpinionField label={t('draft.word')} value={opinion} change={setOpinion} />
          {call.refusal && <RefusalNotice refusal={call.refusal} />}
          <span className="buttons"><Button type="primary" htmlType="submit" loading={call.busy}>{t('draft.submitNow')}</Button><Button onClick={() => setOpen(false)}>{t('form.cancel')}</Button></span>
        </form>
      )}
    </>
  );
}
