import { useRef, useState, type KeyboardEvent } from 'react';
import { language, t } from '~/texts/texts';
import { formatOf, today } from '~/texts/times';
import { clock, firstSlot, holderOf, lastSlot, pieceOf, within, type Booking, type Piece } from './week';

interface Props {
  days: string[];
  bookings: Booking[];
  piece: Piece | undefined;
  select: (piece: Piece) => void;
  /** Opens the form with what is selected. */
  book: (piece: Piece) => void;
  bookable: boolean;
}

const slots = Array.from({ length: lastSlot - firstSlot + 1 }, (_, i) => firstSlot + i);

export const dayName = (day: string): string =>
  formatOf(language(), { weekday: 'short', month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** A week by half hours. Drag over free time, or move with the arrows, extend with Shift and open with Enter. */
export function WeekGrid({ days, bookings, piece, select, book, bookable }: Props) {
  const [at, setAt] = useState({ day: Math.max(0, days.indexOf(today())), slot: 18 });
  const anchor = useRef<{ day: string; slot: number } | undefined>(undefined);
  const grid = useRef<HTMLTableElement>(null);
  const move = (day: number, slot: number, extend: boolean) => {
    const next = { day: Math.max(0, Math.min(day, 6)), slot: Math.max(firstSlot, Math.min(slot, lastSlot)) };
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${days[next.day]}-${next.slot}"]`)?.focus();
    if (!extend) anchor.current = undefined;
    else {
      anchor.current ??= { day: days[at.day]!, slot: at.slot };
      select(pieceOf(anchor.current.day, anchor.current.slot, next.slot));
    }
  };
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (key === 'ArrowDown') move(at.day, at.slot + 1, shiftKey);
    else if (key === 'ArrowUp') move(at.day, at.slot - 1, shiftKey);
    else if (key === 'ArrowRight') move(at.day + 1, at.slot, false);
    else if (key === 'ArrowLeft') move(at.day - 1, at.slot, false);
    else if ((key === 'Enter' || key === ' ') && bookable) book(within(piece, days[at.day]!, at.slot) ? piece! : pieceOf(days[at.day]!, at.slot, at.slot));
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll week-scroll">
      <table ref={grid} className={bookable ? 'week' : 'week closed'} role="grid" aria-label={t('booking.grid')} onKeyDown={press} onPointerLeave={() => { anchor.current = undefined; }}>
        <thead><tr><th scope="col">{t('booking.time')}</th>{days.map((day) => <th key={day} scope="col" className={day === today() ? 'today' : ''}>{dayName(day)}</th>)}</tr></thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot}>
              <th scope="row">{slot % 2 === 0 ? clock(slot) : <span className="unseen">{clock(slot)}</span>}</th>
              {days.map((day, column) => {
                const held = holderOf(bookings, day, slot);
                const first = held !== undefined && (slot === firstSlot || holderOf(bookings, day, slot - 1) !== held);
                const chosen = within(piece, day, slot);
                return (
                  <td key={day} role="gridcell" data-cell={`${day}-${slot}`} aria-selected={chosen}
                    tabIndex={column === at.day && slot === at.slot ? 0 : -1}
                    aria-label={`${dayName(day)} ${clock(slot)} ${held ? t('booking.heldBy', { title: held.title }) : t('booking.free')}`}
                    className={[held ? 'held' : 'free', first ? 'first' : '', chosen ? 'selected' : '', chosen && held ? 'clash' : ''].filter(Boolean).join(' ')}
                    title={held?.title}
                    onPointerDown={(e) => {
                      if (!bookable || e.button !== 0) return;
                      setAt({ day: column, slot });
                      anchor.current = { day, slot };
                      select(pieceOf(day, slot, slot));
                    }}
                    onPointerEnter={(e) => { if (anchor.current !== undefined && e.buttons === 1) select(pieceOf(anchor.current.day, anchor.current.slot, slot)); }}
                    onPointerUp={() => {
                      if (anchor.current === undefined) return;
                      const made = pieceOf(anchor.current.day, anchor.current.slot, slot);
                      anchor.current = undefined;
                      book(made);
                    }}
                  >{first && <span>{held.title}</span>}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
