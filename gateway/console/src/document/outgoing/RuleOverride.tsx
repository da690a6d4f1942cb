import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useReread } from '~/document/matters/matters';
import { useDraft } from '~/frame/drafts';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { Strength, type RuleCitation } from '~/gen/backoffice/regulations/v1/citation_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { documents } from './outgoing';

/** Lets a breach pass that the rule's own wording leaves room for: by whom the contract names, with the reason. */
export function RuleOverride({ document, finding }: { document: string; finding: RuleCitation }) {
  const me = useMe();
  const reread = useReread();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useDraft(`${document}.override.${finding.ruleId}`);
  const call = useCall((input: { name: string; ruleId: string; reason: string }, requestId) => documents.overrideRule({ ...input, requestId }), () => {
    setReason('');
    setOpen(false);
    reread();
  });
  if (finding.strength !== Strength.REJECT_OVERRIDABLE) return null;
  if (!mayCall(me, OutgoingDocumentService.method.overrideRule)) return <p><small>{t('override.ask')}</small></p>;
  if (!open) return <p><Button size="small" aria-expanded={false} onClick={() => setOpen(true)}>{t('override.open')}</Button></p>;
  return (
    <form className="act" aria-label={t('override.open')} onSubmit={(e) => { e.preventDefault(); call.run({ name: document, ruleId: finding.ruleId, reason }); }}>
      <label className="field">{t('override.reason', { rule: finding.ruleId })} <Input.TextArea autoFocus rows={2} value={reason} maxLength={2000} onChange={(e) => setReason(e.target.value)} /></label>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <p className="buttons">
        <Button type="primary" size="small" htmlType="submit" disabled={reason.trim() === ''} loading={call.busy}>{t('override.submit')}</Button>
        <Button size="small" onClick={() => setOpen(false)}>{t('form.cancel')}</Button>
      </p>
    </form>
  );
}
