import type { DescMethod } from '@bufbuild/protobuf';
import { InboxService } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import type { TextKey } from '~/texts/texts';

/** A place of the console, and the rpc without which it would be empty. */
export interface Place {
  path: string;
  title: TextKey;
  key: string;
  needs: DescMethod;
}

/** In the order of a working day; a place is shown to whoever may make its call. */
export const places: Place[] = [
  { path: '/desk', title: 'nav.desk', key: '1', needs: InboxService.method.listInboxItems },
  { path: '/incoming', title: 'nav.incoming', key: '2', needs: IncomingDocumentService.method.listIncomingDocuments },
  { path: '/outgoing', title: 'nav.outgoing', key: '3', needs: OutgoingDocumentService.method.listOutgoingDocuments },
];
