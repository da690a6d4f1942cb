/** What is held of a room or a vehicle. */
export interface Booking {
  name: string;
  etag: string;
  resource: string;
  start: Date;
  end: Date;
  title: string;
  booker: string;
}

/** A piece of one day, in half hours; `to` is the last one of it. */
export interface Piece { day: string; from: number; to: number }

/** Half hours of a day that the grid shows: from seven to twenty-one. */
export const firstSlot = 14;
export const lastSlot = 41;

// The office’s clock has no summer time.
const offset = '+08:00';
const dayMilliseconds = 86_400_000;

export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));

export const weekOf = (monday: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((n) => dayAfter(monday, n));

export const clock = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;

/** `2026-11-26T09:30`, as the office’s clock shows it. */
export const wallTime = (day: string, slot: number): string => (slot === 48 ? `${dayAfter(day, 1)}T00:00` : `${day}T${clock(slot)}`);

export const instant = (wall: string): Date => new Date(`${wall}:00${offset}`);

export const wallOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

export const overlaps = (booking: Booking, start: Date, end: Date): boolean => booking.start < end && start < booking.end;

/** Who holds a half hour of a day. */
export const holderOf = (bookings: Booking[], day: string, slot: number): Booking | undefined =>
  bookings.find((booking) => overlaps(booking, instant(wallTime(day, slot)), instant(wallTime(day, slot + 1))));

/** The piece from where a drag began to where it is; it stays within its day. */
export const pieceOf = (day: string, anchor: number, slot: number): Piece => ({ day, from: Math.min(anchor, slot), to: Math.max(anchor, slot) });

export const within = (piece: Piece | undefined, day: string, slot: number): boolean => piece !== undefined && piece.day === day && piece.from <= slot && slot <= piece.to;
