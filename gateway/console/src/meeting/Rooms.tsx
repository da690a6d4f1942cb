import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Bookings } from '~/bookings/Bookings';
import { Keeping } from '~/bookings/Keeping';
import type { BookingOffice } from '~/bookings/office';
import { clientOf } from '~/calls/transport';
import { RoomBookingService } from '~/gen/backoffice/meeting/v1/room_bookings_pb';
import { RoomService } from '~/gen/backoffice/meeting/v1/rooms_pb';
import { t } from '~/texts/texts';
import { room, rooms } from './room';

const bookings = clientOf(RoomBookingService);

const office: BookingOffice = {
  key: 'rooms', title: 'nav.rooms', resource: 'room.room', purpose: 'room.purpose', none: 'room.none', purposeField: 'title',
  books: RoomBookingService.method.createRoomBooking,
  keeping: (chosen, choose) => <Keeping kind={room} creates={RoomService.method.createRoom} updates={RoomService.method.updateRoom} listed="rooms" chosen={chosen} choose={choose} />,
  resources: async () => (await rooms.listRooms({ pageSize: 1000 })).rooms.map((r) => ({
    name: r.name, displayName: r.displayName, outOfService: r.outOfService, about: [r.location, t('booking.seats', { count: r.seatCount }), ...r.equipment],
  })),
  bookings: async (start, end, of) => (await bookings.listRoomBookings({ pageSize: 1000, room: of, startTime: timestampFromDate(start), endTime: timestampFromDate(end) })).roomBookings.map((b) => ({
    name: b.name, etag: b.etag, resource: b.room, start: timestampDate(b.startTime!), end: timestampDate(b.endTime!), title: b.title, booker: b.booker,
  })),
  create: (wanted, requestId) => bookings.createRoomBooking({ roomBooking: { room: wanted.resource, title: wanted.title, startTime: timestampFromDate(wanted.start), endTime: timestampFromDate(wanted.end) }, requestId }),
  cancel: (booking, requestId) => bookings.cancelRoomBooking({ name: booking.name, etag: booking.etag, requestId }),
};

/** 会议室 */
export default function Rooms() {
  return <Bookings office={office} />;
}
