import { expect, test } from 'vitest';
import { permissionOf } from '~/calls/access';
import { ArchiveItemService } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { FilingService } from '~/gen/backoffice/archive/v1/filings_pb';
import { DelegationService } from '~/gen/backoffice/coordination/v1/delegations_pb';
import { DirectoryService } from '~/gen/backoffice/coordination/v1/directory_pb';
import { InboxService } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { StatisticsService } from '~/gen/backoffice/coordination/v1/statistics_pb';
import { DepartureService } from '~/gen/backoffice/document/v1/departures_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { ClassificationService } from '~/gen/backoffice/document/v1/classification_pb';
import { DocumentNumberService } from '~/gen/backoffice/document/v1/dispatches_pb';
import { ExchangePartnerService } from '~/gen/backoffice/document/v1/exchange_partners_pb';
import { LeakReportService } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { SealingService } from '~/gen/backoffice/document/v1/sealing_pb';
import { ProcedureService } from '~/gen/backoffice/document/v1/procedures_pb';
import { AccountService } from '~/gen/backoffice/identity/v1/accounts_pb';
import { VehicleBookingService } from '~/gen/backoffice/logistics/v1/vehicle_bookings_pb';
import { RoomBookingService } from '~/gen/backoffice/meeting/v1/room_bookings_pb';
import { AuditService } from '~/gen/backoffice/platform/v1/audit_pb';
import { EventPathService } from '~/gen/backoffice/platform/v1/event_path_pb';
import { drafting, places } from './navigation';
import { pages } from './routes';

const incoming = IncomingDocumentService.method;

test('A place asks for what the contract asks for the call without which it would be empty', () => {
  const calls = {
    '/desk': InboxService.method.listInboxItems, '/incoming': incoming.listIncomingDocuments, '/outgoing': OutgoingDocumentService.method.listOutgoingDocuments,
    '/search': incoming.searchIncomingDocuments, '/archive': ArchiveItemService.method.listArchiveItems, '/rooms': RoomBookingService.method.listRoomBookings,
    '/vehicles': VehicleBookingService.method.listVehicleBookings, '/organisation': DirectoryService.method.getDirectory, '/procedures': ProcedureService.method.listProcedures,
    '/secrecy': LeakReportService.method.listLeakReports, '/audit': AuditService.method.listAuditEntries, '/rights': AccountService.method.listAccounts,
    '/delegations': DelegationService.method.listDelegations, '/figures': StatisticsService.method.listDocumentFigures,
    '/exchange': ExchangePartnerService.method.listExchangePartners, '/events': EventPathService.method.listEventSources,
  };
  expect(drafting).toBe(permissionOf(OutgoingDocumentService.method.createOutgoingDocument));
  expect(Object.keys(calls).sort()).toEqual(places.map((place) => place.path).sort());
  expect(new Set(places.map((place) => place.key)).size).toBe(places.length);
  for (const [path, call] of Object.entries(calls)) expect(permissionOf(places.find((place) => place.path === path)!.needs), path).toBe(permissionOf(call));
});

test('A form is opened by its address to whoever may make its call', () => {
  const calls = {
    'incoming/import': incoming.importIncomingDocuments, 'incoming/sign-for': incoming.signForIncomingDocument, 'incoming/register': incoming.registerIncomingDocument,
    'incoming/:id/correct': incoming.updateIncomingDocument, 'archive/file': ArchiveItemService.method.fileArchiveItem,
    'outgoing/numbers': DocumentNumberService.method.listDocumentNumbers, 'outgoing/verify-seal': SealingService.method.verifySeal, 'secrecy/reviews': ClassificationService.method.listDueReviews,
    'archive/filings': FilingService.method.listFilings, 'departures/:id': DepartureService.method.checkDeparture, 'delegations': DelegationService.method.listDelegations, 'figures': StatisticsService.method.listStepFigures,
  };
  for (const [path, call] of Object.entries(calls)) expect(pages.find(([one]) => one === path)![2], path).toBe(permissionOf(call));
});
