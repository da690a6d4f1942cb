import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Bookings } from '~/bookings/Bookings';
import { Keeping } from '~/bookings/Keeping';
import type { BookingOffice } from '~/bookings/office';
import { clientOf } from '~/calls/transport';
import { VehicleBookingService } from '~/gen/backoffice/logistics/v1/vehicle_bookings_pb';
import { VehicleService } from '~/gen/backoffice/logistics/v1/vehicles_pb';
import { t } from '~/texts/texts';
import { vehicle, vehicles } from './vehicle';

const bookings = clientOf(VehicleBookingService);

const office: BookingOffice = {
  key: 'vehicles', title: 'nav.vehicles', resource: 'vehicle.vehicle', purpose: 'vehicle.purpose', none: 'vehicle.none', purposeField: 'purpose',
  books: VehicleBookingService.method.createVehicleBooking,
  keeping: (chosen, choose) => <Keeping kind={vehicle} creates={VehicleService.method.createVehicle} updates={VehicleService.method.updateVehicle} listed="vehicles" chosen={chosen} choose={choose} />,
  resources: async () => (await vehicles.listVehicles({ pageSize: 1000 })).vehicles.map((v) => ({
    name: v.name, displayName: v.displayName, outOfService: v.outOfService, about: [v.plateNumber, v.model, t('booking.seats', { count: v.seatCount })],
  })),
  bookings: async (start, end, of) => (await bookings.listVehicleBookings({ pageSize: 1000, vehicle: of, startTime: timestampFromDate(start), endTime: timestampFromDate(end) })).vehicleBookings.map((b) => ({
    name: b.name, etag: b.etag, resource: b.vehicle, start: timestampDate(b.startTime!), end: timestampDate(b.endTime!), title: b.purpose, booker: b.booker,
  })),
  create: (wanted, requestId) => bookings.createVehicleBooking({ vehicleBooking: { vehicle: wanted.resource, purpose: wanted.title, startTime: timestampFromDate(wanted.start), endTime: timestampFromDate(wanted.end) }, requestId }),
  cancel: (booking, requestId) => bookings.cancelVehicleBooking({ name: booking.name, etag: booking.etag, requestId }),
};

/** 公务用车 */
export default function Vehicles() {
  return <Bookings office={office} />;
}
