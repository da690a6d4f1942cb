import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { ActForm } from '~/document/matters/ActForm';
import { holds, useMatter } from '~/document/matters/matters';
import { useDraft } from '~/frame/drafts';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { OutgoingHandlingService } from '~/gen/backoffice/document/v1/outgoing_handling_pb';
import type { Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { asDay, dayFrom, today } from '~/texts/times';
import { handling } from './outgoing';

/** 会签 of a joint document: which organ's head has signed, and for whoever holds it, recording what came back on paper. */
export function JointSignatures({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const matter = useMatter(document.matter).data;
  const [open, setOpen] = useState('');
  if (document.jointOrgans.length === 0) return null;
  const under = document.state === OutgoingDocumentState.IN_PROGRESS || document.state === OutgoingDocumentState.SIGNED;
  const records = under && matter !== undefined && holds(matter) && mayCall(me, OutgoingHandlingService.method.recordJointSignature);
  return (
    <section className="joint-signatures" aria-label={t('cosign.joint')}>
      <h2>{t('cosign.joint')}</h2>
      <ul>
        {document.jointOrgans.map(({ organ, signature }) => (
          <li key={organ}>
            <strong>{organ}</strong>{' '}
            {signature ? <span className="fine">{t('joint.signed', { signer: signature.signer, day: asDay(signature.signDate) })}</span> : <span className="wrong">{t('cosign.awaited')}</span>}
            {signature && <small> {signature.principal && t('cosign.principal')} {signature.reference} {signature.opinion && `“${signature.opinion}”`}</small>}
            {records && <> <Button size="small" aria-expanded={open === organ} aria-label={t('cosign.recordOf', { organ })} onClick={() => setOpen(open === organ ? '' : organ)}>{t(signature ? 'cosign.recordAnew' : 'cosign.record')}</Button></>}
            {records && open === organ && <Record document={document} matter={matter} organ={organ} close={() => setOpen('')} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Record({ document, matter, organ, close }: { document: OutgoingDocument; matter: Matter; organ: string; close: () => void }) {
  const [signer, setSigner] = useDraft(`${document.name}.joint.${organ}`);
  const [principal, setPrincipal] = useState(true);
  const [day, setDay] = useState(today());
  const [opinion, setOpinion] = useState('');
  const [reference, setReference] = useState('');
  const signDate = dayFrom(day);
  return (
    <ActForm focus title={t('cosign.recordOf', { organ })} submit={t('cosign.record')} cancel={close} done={() => { setSigner(''); close(); }}
      ready={signer.trim() !== '' && reference.trim() !== '' && signDate !== undefined}
      input={{ name: document.name, matterEtag: matter.etag, organ, signer: signer.trim(), principal, opinion, reference: reference.trim(), ...(signDate ? { signDate } : {}) }}
      send={(input, requestId) => handling.recordJointSignature({ ...input, requestId })}>
      <p>{t('cosign.recordHint')}</p>
      <label className="field">{t('cosign.signer')}<span className="required">{t('form.required')}</span> <Input value={signer} maxLength={100} onChange={(e) => setSigner(e.target.value)} /></label>
      <label><input type="checkbox" checked={principal} onChange={(e) => setPrincipal(e.target.checked)} /> {t('cosign.principal')}</label>
      <label className="field">{t('cosign.day')} <input type="date" value={day} max={today()} onChange={(e) => setDay(e.target.value)} /></label>
      <label className="field">{t('cosign.reference')}<span className="required">{t('form.required')}</span> <Input value={reference} maxLength={200} placeholder={t('cosign.referenceHint')} onChange={(e) => setReference(e.target.value)} /></label>
      <label className="field">{t('act.opinionOptional')} <Input.TextArea rows={2} maxLength={2000} value={opinion} onChange={(e) => setOpinion(e.target.value)} /></label>
    </ActForm>
  );
}
