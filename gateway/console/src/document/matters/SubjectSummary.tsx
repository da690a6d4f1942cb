import { lazy, Suspense } from 'react';
import { Opinions } from './Opinions';
import { t } from '~/texts/texts';

const Incoming = lazy(() => import('~/document/incoming/IncomingSummary'));
const SealApplication = lazy(() => import('~/document/outgoing/sealing/SealApplicationSummary'));
const Outgoing = lazy(() => import('~/document/outgoing/OutgoingSummary'));

/** What a matter is about, and what was said about it, without leaving the desk. */
export default function SubjectSummary({ subject, matter }: { subject: string; matter: string }) {
  return (
    <Suspense fallback={<p className="waiting">{t('shell.loading')}</p>}>
      <Opinions matter={matter} />
      {subject.startsWith('incomingDocuments/') && <Incoming name={subject} />}
      {subject.startsWith('outgoingDocuments/') && <Outgoing name={subject} />}
      {subject.startsWith('sealApplications/') && <SealApplication name={subject} />}
    </Suspense>
  );
}
