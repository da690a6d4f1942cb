import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { Field } from '~/calls/Field';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import type { BookingOffice, Resource } from './office';
import { instant, wallOf, type Booking } from './week';

export interface Times { resource: string; start: string; end: string }

interface Props { office: BookingOffice; resources: Resource[]; times: Times; change: (times: Times) => void; done: () => void; cancel: () => void }

/** Interval and purpose; whatever holds a part of it already is shown before anything is saved. */
export function BookingForm({ office, resources, times, change, done, cancel }: Props) {
  const [title, setTitle] = useDraft(`${office.key}.title`);
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const [start, end] = [instant(times.start), instant(times.end)];
  const sound = start < end;
  const clashes = useQuery({
    queryKey: ['bookings', office.key, 'clash', times.resource, times.start, times.end],
    queryFn: () => office.bookings(start, end, times.resource),
    enabled: sound && times.resource !== '',
    staleTime: 0,
  }).data ?? [];
  const call = useCall((wanted: { resource: string; start: string; end: string; title: string }, requestId) =>
    office.create({ ...wanted, start: instant(wanted.start), end: instant(wanted.end) }, requestId), () => {
    setTitle('');
    void queries.invalidateQueries({ queryKey: ['bookings', office.key] });
    done();
  });
  useEffect(() => form.current?.querySelector<HTMLElement>('.purpose input')?.focus(), []);
  return (
    <form ref={form} className="act booking" aria-label={t('booking.book')} onSubmit={(e) => { e.preventDefault(); call.run({ ...times, title }); }}
      onKeyDown={(e) => { if (e.key === 'Escape') { e.preventDefault(); cancel(); } }}>
      <h2>{t('booking.book')}</h2>
      <Field label={t(office.resource)} required>
        <select value={times.resource} onChange={(e) => change({ ...times, resource: e.target.value })}>
          {resources.filter((r) => !r.outOfService).map((r) => <option key={r.name} value={r.name}>{r.displayName}</option>)}
        </select>
      </Field>
      <Field label={t('booking.start')} name="start_time" refusal={call.refusal} required><input type="datetime-local" step={900} value={times.start} onChange={(e) => change({ ...times, start: e.target.value })} /></Field>
      <Field label={t('booking.end')} name="end_time" refusal={call.refusal} required><input type="datetime-local" step={900} value={times.end} onChange={(e) => change({ ...times, end: e.target.value })} /></Field>
      <Field className="purpose" label={t(office.purpose)} name={office.purposeField} refusal={call.refusal} required><Input value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} /></Field>
      {!sound && <p role="alert" className="wrong">{t('booking.endsBefore')}</p>}
      {clashes.length > 0 && (
        <div role="alert" className="clashes">
          <strong>{t('booking.clash')}</strong>
          <ul>{clashes.map((held) => <li key={held.name}>{span(held)} {held.title}</li>)}</ul>
        </div>
      )}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <p className="buttons">
        <Button type="primary" htmlType="submit" loading={call.busy} disabled={!sound || clashes.length > 0}>{t('booking.submit')}</Button>
        <Button onClick={cancel}>{t('form.cancel')}</Button>
      </p>
    </form>
  );
}

/** `11-26 09:00–10:30`; with both days where it goes over midnight. */
export function span(booking: Pick<Booking, 'start' | 'end'>): string {
  const [from, to] = [wallOf(booking.start).replace('T', ' ').slice(5), wallOf(booking.end).replace('T', ' ').slice(5)];
  return from.slice(0, 5) === to.slice(0, 5) ? `${from}–${to.slice(6)}` : `${from}–${to}`;
}
