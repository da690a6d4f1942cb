import type { DescMethod } from '@bufbuild/protobuf';
import { NavLink } from 'react-router';
import { mayCall } from '~/calls/access';
import { FilingService } from '~/gen/backoffice/archive/v1/filings_pb';
import { DraftTemplateService } from '~/gen/backoffice/document/v1/draft_templates_pb';
import { DispatchService, DocumentNumberService } from '~/gen/backoffice/document/v1/dispatches_pb';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { SealingService } from '~/gen/backoffice/document/v1/sealing_pb';
import { SealService } from '~/gen/backoffice/document/v1/seals_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';

const places: [string, TextKey, DescMethod][] = [
  ['/outgoing', 'places.all', OutgoingDocumentService.method.listOutgoingDocuments],
  ['/outgoing/received', 'received.title', DispatchService.method.listReceivedDispatches],
  ['/outgoing/overdue', 'overdue.title', DispatchService.method.urgeDispatch],
  ['/outgoing/numbers', 'numbers.title', DocumentNumberService.method.listDocumentNumbers],
  ['/outgoing/seals', 'seals.title', SealService.method.listSeals],
  ['/outgoing/seal-uses', 'sealUses.title', SealingService.method.listSealUses],
  ['/outgoing/verify-seal', 'verifySeal.title', SealingService.method.verifySeal],
  ['/archive/filings', 'filings.title', FilingService.method.listFilings],
  ['/outgoing/templates', 'templates.title', DraftTemplateService.method.listDraftTemplates],
];

/** What belongs to outgoing documents beside their list; one place alone needs no choice. */
export function OutgoingPlaces() {
  const me = useMe();
  const open = places.filter(([, , needs]) => mayCall(me, needs));
  if (open.length < 2) return null;
  return (
    <nav className="places" aria-label={t('places.title')}>
      {open.map(([path, title]) => <NavLink key={path} to={path} end>{t(title)}</NavLink>)}
    </nav>
  );
}
