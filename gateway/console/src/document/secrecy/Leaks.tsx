import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { LeakReportService, type LeakReport } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { RecordReporting, ReportLeak } from './LeakForms';
import { Reporting } from './Reporting';
import { leaks, pageOf } from './secrecy';
import { SecrecyPlaces } from './SecrecyPlaces';

/** 泄密报告: reporting one, and the reports: all for the classification officers, one's own for everybody else. */
export default function Leaks() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const document = search.get('document') ?? '';
  const [reporting, setReporting] = useState(document !== '');
  const [openOnly, setOpenOnly] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['leaks', openOnly],
    initialPageParam: '',
    queryFn: ({ pageParam }) => leaks.listLeakReports({ pageSize: 50, pageToken: pageParam, openOnly }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.leakReports) ?? [];
  const close = () => {
    setReporting(false);
    setSearch({}, { replace: true });
  };
  return (
    <section className="register" aria-label={t('leaks.title')}>
      <header>
        <h1>{t('leaks.title')}</h1><span className="space" />
        {mayCall(me, LeakReportService.method.createLeakReport) && <Button type="primary" danger aria-expanded={reporting} onClick={() => (reporting ? close() : setReporting(true))}>{t('leaks.report')}</Button>}
      </header>
      <SecrecyPlaces />
      {reporting && <ReportLeak document={document} close={close} />}
      <div className="filters"><label><input type="checkbox" checked={openOnly} onChange={(e) => setOpenOnly(e.target.checked)} /> {t('leaks.openOnly')}</label></div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t('leaks.empty')}</p>}
      <ul className="received">{rows.map((row) => <Row key={row.name} report={row} />)}</ul>
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Row({ report }: { report: LeakReport }) {
  const me = useMe();
  const directory = useDirectory();
  const [open, setOpen] = useState(false);
  const records = report.reportTime === undefined && mayCall(me, LeakReportService.method.recordLeakReporting);
  return (
    <li>
      <p>{report.description} {report.document && <Link to={pageOf(report.document)}>{t('leaks.document')}</Link>}</p>
      {report.measures && <p>{t('leaks.measures')}：{report.measures}</p>}
      <p className="facts">
        <Link to={`/secrecy/${report.name.replace('leakReports', 'leaks')}`}>{t('leaks.discovered', { time: when(report.discoverTime) })}</Link> <span>{personName(directory, report.reporter)} {when(report.createTime)}</span>
        <Reporting report={report} />
      </p>
      {records && <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{t('leaks.record')}</Button>}
      {records && open && <RecordReporting report={report} close={() => setOpen(false)} />}
    </li>
  );
}
