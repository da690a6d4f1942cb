import { Input } from 'antd';
import { Field } from '~/calls/Field';
import type { Kind } from '~/calls/ResourceForm';
import { clientOf } from '~/calls/transport';
import { VehicleService } from '~/gen/backoffice/logistics/v1/vehicles_pb';
import { t } from '~/texts/texts';

export const vehicles = clientOf(VehicleService);

interface VehicleEntry { etag: string; displayName: string; plateNumber: string; model: string; seatCount: string; outOfService: boolean }

/** 公务用车, as its form has it. */
export const vehicle: Kind<VehicleEntry> = {
  key: 'vehicle',
  empty: { etag: '', displayName: '', plateNumber: '', model: '', seatCount: '', outOfService: false },
  title: (isNew) => t(isNew ? 'vehicle.new' : 'vehicle.change'),
  read: async (name) => {
    const { etag, displayName, plateNumber, model, seatCount, outOfService } = (await vehicles.getVehicle({ name })).vehicle!;
    return { etag, displayName, plateNumber, model, seatCount: String(seatCount), outOfService };
  },
  save: async (entry, name, requestId) => {
    const sent = { displayName: entry.displayName.trim(), plateNumber: entry.plateNumber.trim(), model: entry.model.trim(), seatCount: Math.trunc(Number(entry.seatCount)), outOfService: entry.outOfService };
    const answer = name === undefined
      ? await vehicles.createVehicle({ vehicle: sent, requestId })
      : await vehicles.updateVehicle({ vehicle: { ...sent, name, etag: entry.etag }, updateMask: { paths: ['display_name', 'plate_number', 'model', 'seat_count', 'out_of_service'] }, requestId });
    return answer.vehicle!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('vehicle.displayName')} name="display_name" refusal={refusal} required><Input value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('vehicle.plateNumber')} name="plate_number" refusal={refusal} required><Input value={entry.plateNumber} onChange={(e) => set({ plateNumber: e.target.value })} /></Field>
      <Field label={t('vehicle.model')} name="model" refusal={refusal}><Input value={entry.model} onChange={(e) => set({ model: e.target.value })} /></Field>
      <Field label={t('booking.seatCount')} name="seat_count" refusal={refusal} hint={t('vehicle.seatHint')}><Input type="number" min={0} step={1} value={entry.seatCount} onChange={(e) => set({ seatCount: e.target.value })} /></Field>
      <label className="check"><input type="checkbox" checked={entry.outOfService} onChange={(e) => set({ outOfService: e.target.checked })} /> {t('booking.takesNone')}</label>
    </>
  ),
};
