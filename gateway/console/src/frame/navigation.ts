import type { DescMethod } from '@bufbuild/protobuf';
import { ArchiveItemService } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { DirectoryService } from '~/gen/backoffice/coordination/v1/directory_pb';
import { InboxService } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ProcedureService } from '~/gen/backoffice/document/v1/procedures_pb';
import { AccountService } from '~/gen/backoffice/identity/v1/accounts_pb';
import { VehicleBookingService } from '~/gen/backoffice/logistics/v1/vehicle_bookings_pb';
import { RoomBookingService } from '~/gen/backoffice/meeting/v1/room_bookings_pb';
import { AuditService } from '~/gen/backoffice/platform/v1/audit_pb';
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
  { path: '/search', title: 'nav.search', key: '/', needs: IncomingDocumentService.method.searchIncomingDocuments },
  { path: '/archive', title: 'nav.archive', key: '4', needs: ArchiveItemService.method.listArchiveItems },
  { path: '/rooms', title: 'nav.rooms', key: '5', needs: RoomBookingService.method.listRoomBookings },
  { path: '/vehicles', title: 'nav.vehicles', key: '6', needs: VehicleBookingService.method.listVehicleBookings },
  { path: '/organisation', title: 'nav.organisation', key: '7', needs: DirectoryService.method.getDirectory },
  { path: '/procedures', title: 'nav.procedures', key: '8', needs: ProcedureService.method.listProcedures },
  { path: '/audit', title: 'nav.audit', key: '9', needs: AuditService.method.listAuditEntries },
  { path: '/rights', title: 'nav.rights', key: '0', needs: AccountService.method.listAccounts },
];
