import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { LeakReportService, type LeakReport } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { RecordReporting } from './LeakForms';
import { Reporting } from './Reporting';
import { leaks, pageOf } from './secrecy';

/** One 泄密报告: what happened, what was done, and whether the authority knows; for its reporter and the classification officers. */
export default function LeakPage() {
  const name = `leakReports/${useParams()['id']}`;
  const read = useQuery({ queryKey: ['leaks', name], queryFn: async () => (await leaks.getLeakReport({ name })).leakReport! });
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const report = read.data;
  return (
    <article className="page">
      <header><h1>{t('leaks.title')}</h1><Reporting report={report} /><span className="space" /><Link to="/secrecy">{t('leaks.all')}</Link></header>
      <div className="columns">
        <div className="paper">
          <Particulars report={report} />
          <section className="body"><h2>{t('leaks.what')}</h2>{report.description.split('\n').map((line, i) => <p key={i}>{line}</p>)}</section>
          <section className="body"><h2>{t('leaks.measures')}</h2>{(report.measures || t('form.nothing')).split('\n').map((line, i) => <p key={i}>{line}</p>)}</section>
        </div>
        <div className="handling"><Recording report={report} /></div>
      </div>
    </article>
  );
}

function Particulars({ report }: { report: LeakReport }) {
  const directory = useDirectory();
  return (
    <dl className="particulars">
      <div><dt>{t('leaks.when')}</dt><dd>{when(report.discoverTime)}</dd></div>
      <div><dt>{t('leaks.reporter')}</dt><dd>{personName(directory, report.reporter)} {when(report.createTime)}</dd></div>
      <div><dt>{t('leaks.dueBy')}</dt><dd>{when(report.dueTime)}</dd></div>
      {report.document && <div><dt>{t('leaks.document')}</dt><dd><Link to={pageOf(report.document)}>{report.document}</Link></dd></div>}
      {report.reportTime && <div><dt>{t('leaks.reportTime')}</dt><dd>{when(report.reportTime)}</dd></div>}
      {report.recipients && <div><dt>{t('leaks.recipients')}</dt><dd>{report.recipients}</dd></div>}
      {report.reportPerson && <div><dt>{t('leaks.recordedBy')}</dt><dd>{personName(directory, report.reportPerson)}</dd></div>}
    </dl>
  );
}

/** 登记上报, once, by whoever may; others see how it stands. */
function Recording({ report }: { report: LeakReport }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const records = report.reportTime === undefined && mayCall(me, LeakReportService.method.recordLeakReporting);
  return (
    <section className="act" aria-label={t('leaks.reporting')}>
      <h2>{t('leaks.reporting')}</h2>
      <p>{report.reportTime === undefined && <>{t('leaks.none')} </>}<Reporting report={report} /></p>
      <p className="hint">{t('leaks.hint')}</p>
      {records && !open && <p className="buttons"><Button type="primary" onClick={() => setOpen(true)}>{t('leaks.record')}</Button></p>}
      {records && open && <RecordReporting report={report} close={() => setOpen(false)} />}
    </section>
  );
}
