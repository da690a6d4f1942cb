import type { Duration } from '@bufbuild/protobuf/wkt';
import { useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { everyPage } from '~/frame/everyPage';
import { StatisticsService } from '~/gen/backoffice/coordination/v1/statistics_pb';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { t } from '~/texts/texts';
import { asDay, today } from '~/texts/times';

const statistics = clientOf(StatisticsService);

/** Months, the first and the last of them included, as `2026-03`. */
export interface Period { from: string; to: string }

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The same month, so many months before or after. */
export function monthAfter(of: string, months: number): string {
  const [year, number] = of.split('-').map(Number) as [number, number];
  const at = year * 12 + number - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The twelve months that end with the present one, where the address says nothing else. */
export const periodOf = (search: URLSearchParams, now = today().slice(0, 7)): Period => ({ from: search.get('from') ?? monthAfter(now, -11), to: search.get('to') ?? now });

export const isPeriod = ({ from, to }: Period): boolean => month.test(from) && month.test(to) && from <= to;

/** As the service filters by it. */
export const within = ({ from, to }: Period): string => `month >= "${from}" AND month <= "${to}"`;

/** A chosen name, as the service filters by it; names of the directory hold no quotation marks. */
export const condition = (field: string, value: string, quoted = false): string => (value === '' ? '' : ` AND ${field} = ${quoted ? `"${value}"` : value}`);

// Figures move with every document; a page that was left and come back to asks anew.
const staleTime = 0;

export const useDocumentFigures = (filter: string, enabled: boolean) =>
  useQuery({
    queryKey: ['figures', 'documents', filter],
    queryFn: async () => (await everyPage((pageToken) => statistics.listDocumentFigures({ filter, pageSize: 1000, pageToken }))).flatMap((page) => page.documentFigures),
    enabled, staleTime,
  });

export const useStepFigures = (filter: string, enabled: boolean) =>
  useQuery({
    queryKey: ['figures', 'steps', filter],
    queryFn: async () => {
      const pages = await everyPage((pageToken) => statistics.listStepFigures({ filter, pageSize: 200, pageToken }));
      return { figures: pages.flatMap((page) => page.stepFigures), overdue: pages[0]!.openOverdue, overdueCount: pages[0]!.openOverdueCount };
    },
    enabled, staleTime,
  });

export interface Daily { day: string; unit: string; count: number }

/** The newest days come first: nothing is read behind the first month that is asked for. */
export const useDailyRegistrations = (period: Period, enabled: boolean) =>
  useQuery({
    queryKey: ['figures', 'daily', period.from, period.to],
    queryFn: async (): Promise<Daily[]> => {
      const pages = await everyPage((pageToken) => statistics.listDailyRegistrations({ pageSize: 1000, pageToken }), (page) => asDay(page.dailyRegistrations.at(-1)?.day) < period.from);
      return pages.flatMap((page) => page.dailyRegistrations).map((one) => ({ day: asDay(one.day), unit: one.unit, count: Number(one.count) }))
        .filter(({ day }) => day.slice(0, 7) >= period.from && day.slice(0, 7) <= period.to);
    },
    enabled, staleTime,
  });

/** One line of a drawing: what it is called, and one number for each series. */
export interface Line { key: string; label: string; values: number[] }

/** Rows with the same key added up, in the order in which the keys come up. */
export function sums<R>(rows: R[], keyOf: (row: R) => string, labelOf: (row: R) => string, valuesOf: (row: R) => number[]): Line[] {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const [key, values] = [keyOf(row), valuesOf(row)];
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { key, label: labelOf(row), values });
    else line.values = line.values.map((value, i) => value + values[i]!);
  }
  return [...lines.values()];
}

const whole = (line: Line): number => line.values.reduce((sum, value) => sum + value, 0);

/** Times keep their order; whatever else is counted stands by size. */
export const largestFirst = (lines: Line[]): Line[] => [...lines].sort((one, other) => whole(other) - whole(one));

/** Hours in which the office works, to a tenth. */
export const hoursOf = (time: Duration | undefined): number | undefined => (time === undefined ? undefined : Math.round(Number(time.seconds) / 360) / 10);

export const unitTitle = (directory: Directory | undefined, unit: string): string =>
  unit === '' ? t('figures.noUnit') : directory?.units.find((one) => one.name === unit)?.displayName ?? unit.replace('units/', '');
