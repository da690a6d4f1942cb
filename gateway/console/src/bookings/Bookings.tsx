import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { today } from '~/texts/times';
import { BookingForm, span, type Times } from './BookingForm';
import type { BookingOffice } from './office';
import { dayAfter, instant, mondayOf, wallTime, weekOf, type Booking, type Piece } from './week';
import { WeekGrid } from './WeekGrid';

/** The week of one room or vehicle, what is held of all of them below, and booking by drag or by key. */
export function Bookings({ office }: { office: BookingOffice }) {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const monday = mondayOf(/^\d{4}-\d{2}-\d{2}$/.exec(search.get('week') ?? '')?.[0] ?? today());
  const resources = useQuery({ queryKey: ['resources', office.key], queryFn: office.resources });
  const [from, to] = [instant(`${monday}T00:00`), instant(`${dayAfter(monday, 7)}T00:00`)];
  const bookings = useQuery({ queryKey: ['bookings', office.key, monday], queryFn: () => office.bookings(from, to, ''), refetchInterval: 30_000 });
  const [piece, setPiece] = useState<Piece | undefined>();
  const [times, setTimes] = useState<Times | undefined>();
  const all = resources.data ?? [];
  const chosen = all.find((one) => one.name === search.get('of')) ?? all[0];
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
    setPiece(undefined);
    setTimes(undefined);
  };
  const error = bookings.error ?? resources.error;
  const books = chosen !== undefined && !chosen.outOfService && mayCall(me, office.books);
  const open = (made: Piece) => {
    // What others booked meanwhile stands in the grid too.
    void bookings.refetch();
    setPiece(made);
    setTimes({ resource: chosen!.name, start: wallTime(made.day, made.from), end: wallTime(made.day, made.to + 1) });
  };
  const close = () => {
    setPiece(undefined);
    setTimes(undefined);
  };
  return (
    <section className="page bookings" aria-label={t(office.title)}>
      <header>
        <h1>{t(office.title)}</h1>
        <span className="space" />
        <Button onClick={() => set('week', dayAfter(monday, -7))}>{t('booking.previous')}</Button>
        <Button onClick={() => set('week', mondayOf(today()))}>{t('booking.thisWeek')}</Button>
        <Button onClick={() => set('week', dayAfter(monday, 7))}>{t('booking.next')}</Button>
      </header>
      {error !== null && <RefusalNotice refusal={refusalOf(error)} />}
      {resources.isSuccess && all.length === 0 && <p className="empty">{t(office.none)}</p>}
      <nav className="tabs" aria-label={t(office.resource)}>
        {all.map((one) => <button key={one.name} type="button" className={one === chosen ? 'active' : ''} aria-pressed={one === chosen} onClick={() => set('of', one.name)}>{one.displayName}{one.outOfService && <small> {t('booking.outOfService')}</small>}</button>)}
      </nav>
      {resources.isSuccess && office.keeping(chosen, (name) => set('of', name))}
      {chosen && (
        <>
          <p className="facts">{chosen.about.filter(Boolean).join(' · ')}</p>
          {books && <p className="facts">{t('booking.hint')} <button type="button" className="link" onClick={() => open({ day: today(), from: 18, to: 19 })}>{t('booking.book')}</button></p>}
          {times && <BookingForm office={office} resources={all} times={times} change={setTimes} done={close} cancel={close} />}
          <WeekGrid key={monday} days={weekOf(monday)} bookings={(bookings.data ?? []).filter((b) => b.resource === chosen.name)} piece={piece} select={setPiece} book={open} bookable={books} />
        </>
      )}
      {bookings.data && <Held office={office} bookings={bookings.data} nameOf={(name) => all.find((one) => one.name === name)?.displayName ?? name} />}
    </section>
  );
}

/** 本周预订: all of them as a list; the booker and the office take one back. */
function Held({ office, bookings, nameOf }: { office: BookingOffice; bookings: Booking[]; nameOf: (resource: string) => string }) {
  const me = useMe();
  const directory = useDirectory();
  const queries = useQueryClient();
  const call = useCall((booking: Booking, requestId) => office.cancel(booking, requestId), () => void queries.invalidateQueries({ queryKey: ['bookings', office.key] }));
  const person = directory?.people.find((one) => one.account === me.account)?.name;
  const office_ = me.roles.includes(Role.CLERK) || me.roles.includes(Role.OFFICE_DIRECTOR);
  const mayCancel = (booking: Booking) => booking.end > new Date() && (office_ || booking.booker === me.account || booking.booker === person);
  return (
    <section aria-label={t('booking.held')}>
      <h2>{t('booking.held')}</h2>
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => void queries.invalidateQueries({ queryKey: ['bookings', office.key] })} />}
      {bookings.length === 0 ? <p className="empty">{t('booking.none')}</p> : (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('booking.held')}>
          <table className="plain">
            <thead><tr><th scope="col">{t('booking.time')}</th><th scope="col">{t(office.resource)}</th><th scope="col">{t(office.purpose)}</th><th scope="col">{t('booking.booker')}</th><th scope="col"><span className="unseen">{t('booking.cancel')}</span></th></tr></thead>
            <tbody>
              {bookings.map((b) => (
                <tr key={b.name}>
                  <td>{span(b)}</td><td>{nameOf(b.resource)}</td><td>{b.title}</td><td>{personName(directory, b.booker)}</td>
                  <td>{mayCancel(b) && <Button size="small" aria-label={t('booking.cancelOf', { title: b.title })} loading={call.busy} onClick={() => call.run(b)}>{t('booking.cancel')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
