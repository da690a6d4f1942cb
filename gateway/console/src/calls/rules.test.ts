import { create } from '@bufbuild/protobuf';
import { ConnectError } from '@connectrpc/connect';
import { expect, test } from 'vitest';
import { RegisterIncomingDocumentRequestSchema } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { CreateRoomBookingRequestSchema, RoomBookingService } from '~/gen/backoffice/meeting/v1/room_bookings_pb';
import { refusalOf } from './refusals';
import { refuseByRules, violationsOf } from './rules';

test('The contract’s own rules are kept before a call, field by field and in the reader’s language', async () => {
  const found = await violationsOf(RoomBookingService.method.createRoomBooking, create(CreateRoomBookingRequestSchema, { roomBooking: { room: 'rooms/first', title: '' } }));
  expect(found).toContainEqual({ field: 'room_booking.title', description: '至少 1 个字' });
  expect(found).toContainEqual({ field: 'room_booking.start_time', description: '必填' });
});

test('What keeps the rules passes, and what breaks them is refused as the service would', async () => {
  const method = IncomingDocumentService.method.registerIncomingDocument;
  await refuseByRules(method, create(RegisterIncomingDocumentRequestSchema, { incomingDocument: { title: '通知', copyCount: 1 } }));
  const error = await refuseByRules(method, create(RegisterIncomingDocumentRequestSchema, { incomingDocument: { title: '通知', copyCount: -1 } })).then(() => undefined, (e: unknown) => e);
  expect(error).toBeInstanceOf(ConnectError);
  expect(refusalOf(error)).toMatchObject({ reason: 'INVALID_REQUEST', text: '有些栏目不符合要求，请改正后再提交。', violations: [{ field: 'incoming_document.copy_count' }] });
});
