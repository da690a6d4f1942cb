import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { SealApplicationState, SealingService } from '~/gen/backoffice/document/v1/sealing_pb';
import { SealState } from '~/gen/backoffice/document/v1/seals_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { applicationPath, sealing, useSeals } from './sealing';

/** 用印: the applications for a printed document with what became of them, and a new one. */
export function Sealings({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const known = useSeals().data ?? [];
  const [open, setOpen] = useState(false);
  const printed = document.state >= OutgoingDocumentState.PRINTED && document.state !== OutgoingDocumentState.CANCELLED;
  const read = useQuery({
    queryKey: ['outgoing', document.name, 'seal-applications'],
    queryFn: async () => (await sealing.listSealApplications({ parent: document.name, pageSize: 100 })).sealApplications,
    enabled: printed && mayCall(me, SealingService.method.listSealApplications),
  });
  const applications = read.data ?? [];
  const may = document.state === OutgoingDocumentState.PRINTED && mayCall(me, SealingService.method.applyForSeal) && known.length > 0 && !applications.some((a) => a.state !== SealApplicationState.ENDED);
  if (!printed || (applications.length === 0 && !may)) return null;
  return (
    <section className="sealings" aria-label={t('seal.title')}>
      <h2>{t('seal.title')}</h2>
      <ul>
        {applications.map((one) => (
          <li key={one.name}>
            <Link to={applicationPath(one.name)}>{known.find((seal) => seal.name === one.seal)?.displayName ?? t('seal.application')}</Link> {t(`sealApplication.${SealApplicationState[one.state]}` as TextKey)}
            <small> {personName(directory, one.applicant)} {when(one.createTime)}{one.approver && ` · ${t('seal.approvedBy', { name: personName(directory, one.approver) })}`}</small>
          </li>
        ))}
      </ul>
      {may && !open && <Button onClick={() => setOpen(true)}>{t('seal.apply')}</Button>}
      {open && <Apply document={document.name} close={() => setOpen(false)} />}
    </section>
  );
}

function Apply({ document, close }: { document: string; close: () => void }) {
  const usable = (useSeals().data ?? []).filter((seal) => seal.state === SealState.ACTIVE);
  const [chosen, choose] = useState('');
  const [copies, setCopies] = useState('1');
  const [purpose, setPurpose] = useState('');
  const seal = chosen || (usable[0]?.name ?? '');
  return (
    <ActForm focus title={t('seal.apply')} submit={t('seal.apply')} cancel={close} done={close} ready={seal !== '' && Number(copies) > 0}
      input={{ outgoingDocument: document, seal, copyCount: Number(copies), purpose }} send={(input, requestId) => sealing.applyForSeal({ sealApplication: input, requestId })}>
      <label className="field">{t('seal.which')} <select value={seal} onChange={(e) => choose(e.target.value)}>{usable.map((one) => <option key={one.name} value={one.name}>{one.displayName}</option>)}</select></label>
      <label className="field">{t('seal.copies')} <Input type="number" min={1} value={copies} onChange={(e) => setCopies(e.target.value)} /></label>
      <label className="field">{t('seal.purpose')} <Input maxLength={1000} value={purpose} onChange={(e) => setPurpose(e.target.value)} /></label>
    </ActForm>
  );
}
