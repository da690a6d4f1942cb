import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { Citation, RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { isMe, personName, useDirectory } from '~/coordination/directory/directory';
import Acting from '~/document/matters/Acting';
import { History } from '~/document/matters/History';
import { holds, useMatter, useReread } from '~/document/matters/matters';
import { Opinions } from '~/document/matters/Opinions';
import { ReadingLedger } from '~/document/matters/ReadingLedger';
import { OutgoingDocumentService, OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { Secrecy } from '../secrecy/Secrecy';
import { ProcedurePicture } from '../matters/ProcedurePicture';
import { UrgencyMark } from '../marks';
import { DispatchLedger } from './DispatchLedger';
import { Ending, InvalidityNotice } from './Ending';
import { OutgoingAttachments } from './OutgoingAttachments';
import { documents, useOutgoing } from './outgoing';
import { JointSignatures } from './JointSignatures';
import { Pages } from './Pages';
import { Publication } from './Publication';
import { RuleOverride } from './RuleOverride';
import { Sealings } from './sealing/Sealings';
import { SinceSeen } from './SinceSeen';
import { Versions } from './Versions';

/** One outgoing document: its pages as they are printed, what the rules find, its versions and its approval. */
export default function OutgoingPage() {
  const name = `outgoingDocuments/${useParams()['id']}`;
  const read = useOutgoing(name);
  const directory = useDirectory();
  const reread = useReread();
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const document = read.data;
  if (document === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return (
    <article className="page">
      <header>
        <h1><UrgencyMark urgency={document.urgency} />{document.title}</h1>
        <span className={`state ${OutgoingDocumentState[document.state]}`}>{t(`outgoingState.${OutgoingDocumentState[document.state]}` as TextKey)}</span>
        {document.documentNumber && <span>{document.documentNumber}</span>}
        <span>{t('outgoing.drafter')} {personName(directory, document.drafter)}</span>
        {document.draftLock && <span role="status">{t('lock.editing', { name: document.draftLock.personDisplayName, post: document.draftLock.postDisplayName })}</span>}
        <span className="space" />
        <Edit document={document} />
        {document.matter && <Link to={`/${document.name.replace('outgoingDocuments', 'outgoing')}/sheet`}><Button tabIndex={-1}>{t('sheet.title')}</Button></Link>}
      </header>
      <InvalidityNotice document={document} />
      {document.matter && <ProcedurePicture matter={document.matter} />}
      <div className="columns">
        <div className="paper"><Pages document={document} /><OutgoingAttachments document={document} mayChange={false} /></div>
        <div className="handling">
          {document.matter ? <Acting matter={document.matter} afterActing={reread} /> : <Submit document={document} />}
          {document.matter && <SinceSeen document={document} />}
          <Findings document={document} />
          <JointSignatures document={document} />
          <DispatchLedger document={document} />
          <Sealings document={document} />
          <Publication document={document} />
          <Secrecy name={document.name} mayMark={document.state < OutgoingDocumentState.SIGNED} />
          {document.matter && <><Opinions matter={document.matter} /><ReadingLedger matter={document.matter} /></>}
          <Versions document={document} />
          {document.matter && <History matter={document.matter} />}
          <Ending document={document} />
        </div>
      </div>
    </article>
  );
}

/** The editor is open to whoever has the document: its drafter, then the holder of its matter. */
function Edit({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const matter = useMatter(document.matter).data;
  const own = document.matter === '' || matter === undefined ? document.state === OutgoingDocumentState.DRAFTING && isMe(directory, me.account, document.drafter) : holds(matter);
  if (!own || document.state >= OutgoingDocumentState.PRINTED || !mayCall(me, OutgoingDocumentService.method.updateOutgoingDocument)) return null;
  return <Link to={`/${document.name.replace('outgoingDocuments', 'outgoing')}/edit`}><Button tabIndex={-1}>{t('draft.edit')}</Button></Link>;
}

/** What the rules of the present stage find, with article, measured and required. */
function Findings({ document }: { document: OutgoingDocument }) {
  if (document.findings.length === 0) return <><p className="fine">{t('outgoing.noFindings')}</p><Overrides document={document} /></>;
  return (
    <section className="findings" aria-label={t('outgoing.findings')}>
      <h2>{t('outgoing.findings')}</h2>
      <Overrides document={document} />
      {document.findings.map((finding, i) => (
        <div key={finding.ruleId + i}>
          <Citation citation={finding} />
          <RuleOverride document={document.name} finding={finding} />
        </div>
      ))}
    </section>
  );
}

/** 准予突破: which rule was let pass, by whom and why; whoever goes on with the document sees it. */
function Overrides({ document }: { document: OutgoingDocument }) {
  const directory = useDirectory();
  if (document.overrides.length === 0) return null;
  return (
    <ul className="overrides" aria-label={t('override.passed')}>
      {document.overrides.map((one) => <li key={one.ruleId}>{t('override.passedBy', { rule: one.ruleId, name: personName(directory, one.person), time: when(one.time) })}：{one.reason}</li>)}
    </ul>
  );
}

/** 送审: the first time, by whoever drafted it. */
function Submit({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const reread = useReread();
  const call = useCall((name: string, requestId) => documents.submitOutgoingDocument({ name, requestId }), reread);
  if (document.state !== OutgoingDocumentState.DRAFTING || !isMe(directory, me.account, document.drafter) || !mayCall(me, OutgoingDocumentService.method.submitOutgoingDocument)) return null;
  return (
    <section className="act">
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={reread} />}
      <Button type="primary" loading={call.busy} onClick={() => call.run(document.name)}>{t('submit.submit')}</Button>
    </section>
  );
}
