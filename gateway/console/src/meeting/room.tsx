import { Input } from 'antd';
import { Field } from '~/calls/Field';
import { linesOf, type Kind } from '~/calls/ResourceForm';
import { clientOf } from '~/calls/transport';
import { RoomService } from '~/gen/backoffice/meeting/v1/rooms_pb';
import { t } from '~/texts/texts';

export const rooms = clientOf(RoomService);

interface RoomEntry { etag: string; displayName: string; location: string; seatCount: string; equipment: string; outOfService: boolean }

/** 会议室, as its form has it. */
export const room: Kind<RoomEntry> = {
  key: 'room',
  empty: { etag: '', displayName: '', location: '', seatCount: '', equipment: '', outOfService: false },
  title: (isNew) => t(isNew ? 'room.new' : 'room.change'),
  read: async (name) => {
    const { etag, displayName, location, seatCount, equipment, outOfService } = (await rooms.getRoom({ name })).room!;
    return { etag, displayName, location, seatCount: String(seatCount), equipment: equipment.join('\n'), outOfService };
  },
  save: async (entry, name, requestId) => {
    const sent = { displayName: entry.displayName.trim(), location: entry.location.trim(), seatCount: Math.trunc(Number(entry.seatCount)), equipment: linesOf(entry.equipment), outOfService: entry.outOfService };
    const answer = name === undefined
      ? await rooms.createRoom({ room: sent, requestId })
      : await rooms.updateRoom({ room: { ...sent, name, etag: entry.etag }, updateMask: { paths: ['display_name', 'location', 'seat_count', 'equipment', 'out_of_service'] }, requestId });
    return answer.room!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('room.displayName')} name="display_name" refusal={refusal} required><Input value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('room.location')} name="location" refusal={refusal}><Input value={entry.location} onChange={(e) => set({ location: e.target.value })} /></Field>
      <Field label={t('booking.seatCount')} name="seat_count" refusal={refusal}><Input type="number" min={0} step={1} value={entry.seatCount} onChange={(e) => set({ seatCount: e.target.value })} /></Field>
      <Field label={t('room.equipment')} name="equipment" refusal={refusal} hint={t('form.oneALine')}><Input.TextArea rows={2} value={entry.equipment} onChange={(e) => set({ equipment: e.target.value })} /></Field>
      <label className="check"><input type="checkbox" checked={entry.outOfService} onChange={(e) => set({ outOfService: e.target.checked })} /> {t('booking.takesNone')}</label>
    </>
  ),
};
