import { Alert, Button } from 'antd';
import { useLocation, useParams, Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import Acting from '~/document/matters/Acting';
import { History } from '~/document/matters/History';
import { useReread } from '~/document/matters/matters';
import { Opinions } from '~/document/matters/Opinions';
import { ReadingLedger } from '~/document/matters/ReadingLedger';
import { IncomingDocumentService, IncomingDocumentState, type IncomingDocument, type ResemblanceKind } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { IncomingHandlingService } from '~/gen/backoffice/document/v1/incoming_handling_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { UrgencyMark } from '../marks';
import { Secrecy } from '../secrecy/Secrecy';
import { Attachments } from './Attachments';
import { Cosigning } from './Cosigning';
import { handling, useIncoming } from './incoming';
import { Particulars } from './Particulars';
import { Resemblances } from './Resemblances';
import { Versions } from './Versions';

/** What was just done to the document, by the page that leads here. */
interface Arrival {
  registered?: boolean;
  signedFor?: boolean;
  corrected?: boolean;
  resemblances?: { incomingDocument: string; registrationNumber: string; kind: ResemblanceKind }[];
}

/** One incoming document: the paper on the left, its handling on the right. */
export default function IncomingPage() {
  const name = `incomingDocuments/${useParams()['id']}`;
  const read = useIncoming(name);
  const arrival = useLocation().state as Arrival | null;
  const me = useMe();
  const reread = useReread();
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const document = read.data;
  if (document === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const matter = document.handling?.matter ?? '';
  return (
    <article className="page">
      <header>
        <h1><UrgencyMark urgency={document.urgency} />{document.title || document.documentNumber}</h1>
        <span className={`state ${IncomingDocumentState[document.state]}`}>{t(`incomingState.${IncomingDocumentState[document.state]}` as TextKey)}</span>
        <span className="space" />
        {document.state !== IncomingDocumentState.SIGNED_FOR && mayCall(me, IncomingDocumentService.method.updateIncomingDocument) && <Link to="correct"><Button tabIndex={-1}>{t('correct.title')}</Button></Link>}
        <Button className="wide" onClick={() => window.print()}>{t('page.print')}</Button>
      </header>
      {arrival?.registered && <Alert type="success" closable title={t('register.done', { number: document.registrationNumber })} action={<Link to="/incoming/register">{t('register.next')}</Link>} />}
      {arrival?.signedFor && <Alert type="success" closable title={t('signFor.done')} action={<Link to="/incoming/sign-for">{t('signFor.next')}</Link>} />}
      {arrival?.corrected && <Alert type="success" closable title={t('correct.done', { version: document.version })} />}
      {(arrival?.resemblances?.length ?? 0) > 0 && <Alert type="warning" showIcon title={t('register.resembles')} description={<Resemblances found={arrival!.resemblances!} />} />}
      {document.invalidity && <Alert type="warning" showIcon title={t('incoming.invalid')} description={document.invalidity.reason} />}
      <div className="columns">
        <div className="paper">
          <Particulars document={document} />
          <Attachments document={document} />
          <Versions name={document.name} version={document.version} />
          {document.body ? <div className="body">{document.body.split('\n').map((line, i) => <p key={i}>{line}</p>)}</div> : <p className="empty">{t('incoming.noBody')}</p>}
        </div>
        <div className="handling">
          {matter ? (
            <>
              <Acting matter={matter} afterActing={reread} />
              <Cosigning document={document} />
              <Opinions matter={matter} />
              <ReadingLedger matter={matter} />
              <History matter={matter} />
            </>
          ) : <Start document={document} />}
          <Secrecy name={name} mayMark />
        </div>
      </div>
    </article>
  );
}

/** 转入办理: the registrar's post is to screen it then. */
function Start({ document }: { document: IncomingDocument }) {
  const me = useMe();
  const reread = useReread();
  const call = useCall((name: string, requestId) => handling.startHandling({ name, requestId }), reread);
  if (document.state !== IncomingDocumentState.REGISTERED || !mayCall(me, IncomingHandlingService.method.startHandling))
    return document.state === IncomingDocumentState.SIGNED_FOR && mayCall(me, IncomingDocumentService.method.registerIncomingDocument)
      ? <p className="act">{t('incoming.notRegistered')} <Link to={`/incoming/register?signedFor=${document.name}`}>{t('register.title')}</Link></p>
      : <p className="empty">{t('incoming.notStarted')}</p>;
  return (
    <section className="act">
      <p>{t('incoming.startHint')}</p>
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={reread} />}
      <Button type="primary" loading={call.busy} onClick={() => call.run(document.name)}>{t('incoming.start')}</Button>
    </section>
  );
}
