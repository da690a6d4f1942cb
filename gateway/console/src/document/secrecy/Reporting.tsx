import type { LeakReport } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { t } from '~/texts/texts';
import { dueText, when } from '~/texts/times';

/** Whether a leak was reported to the authority, and in time; or by when it is to be. */
export function Reporting({ report }: { report: LeakReport }) {
  if (report.reportTime === undefined) return <span className={report.late ? 'wrong' : 'due today'}>{dueText(report.dueTime)}</span>;
  return <span className={report.late ? 'wrong' : 'fine'}>{t(report.late ? 'leaks.reportedLate' : 'leaks.reported', { time: when(report.reportTime), whom: report.recipients })}</span>;
}
