import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import type { Date as CalendarDay } from '~/gen/google/type/date_pb';
import { language, t } from './texts';

/** The office's clock: what is due today is due there today. */
const zone = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A form of writing times, made once: making one costs as much as a row of a list. */
export function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formats.set(key, kept);
  return kept;
}

const dayOf = (at: Date): string => formatOf('sv-SE', {}).format(at);

export const today = (): string => dayOf(new Date());

/** `10:20` today, `11月26日 10:20` this year, with the year otherwise. */
export function when(time: Timestamp | undefined): string {
  if (time === undefined) return '';
  const at = timestampDate(time);
  const day = dayOf(at);
  const options: Intl.DateTimeFormatOptions =
    day === today() ? {} : day.slice(0, 4) === today().slice(0, 4) ? { month: 'long', day: 'numeric' } : { year: 'numeric', month: 'long', day: 'numeric' };
  return formatOf(language(), { ...options, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `2026-11-26 10:20:05`, for records that are compared. */
export const exactly = (time: Timestamp | undefined): string =>
  time === undefined ? '' : formatOf('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(timestampDate(time));

export const asDay = (day: CalendarDay | undefined): string =>
  day === undefined ? '' : `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;

export function dayFrom(text: string): { year: number; month: number; day: number } | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? undefined : { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

/** A minute at the office, as an input of day and time has it. */
export const minuteOf = (at: Date): string => formatOf('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');

/** A day and time of the office's clock; Shanghai has had no summer time since 1991. */
export const momentFrom = (text: string): Date | undefined => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? new Date(`${text}:00+08:00`) : undefined);

export type Light = 'none' | 'ahead' | 'today' | 'late';

/** How near a due time is. */
export function lightOf(due: Timestamp | undefined, now = new Date()): Light {
  if (due === undefined) return 'none';
  const at = timestampDate(due);
  return at < now ? 'late' : dayOf(at) === dayOf(now) ? 'today' : 'ahead';
}

export const dueText = (due: Timestamp | undefined): string => {
  const light = lightOf(due);
  return light === 'none' ? '' : t(`due.${light}`, { time: when(due) });
};
