import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { Link } from 'react-router';
import { ActForm } from '~/document/matters/ActForm';
import { useDraft } from '~/frame/drafts';
import { MomentField, useMoment } from '~/frame/MomentField';
import type { LeakReport } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { t } from '~/texts/texts';
import { leaks, pageOf } from './secrecy';

function useDone(close: () => void): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['leaks'] });
    close();
  };
}

/** What was found, when, and what was done at once; never the secret itself. */
export function ReportLeak({ document, close }: { document: string; close: () => void }) {
  const [description, setDescription] = useDraft('leak');
  const [measures, setMeasures] = useDraft('leak.measures');
  const discovered = useMoment();
  const done = useDone(close);
  return (
    <ActForm focus title={t('leaks.report')} submit={t('leaks.report')} cancel={close} done={() => { setDescription(''); setMeasures(''); done(); }}
      ready={description.trim() !== '' && discovered.at !== undefined}
      input={{ description, measures, document, ...(discovered.at ? { discoverTime: timestampFromDate(discovered.at) } : {}) }} send={(leakReport, requestId) => leaks.createLeakReport({ leakReport, requestId })}>
      <p>{t('leaks.hint')}</p>
      {document && <p><Link to={pageOf(document)}>{t('leaks.document')}</Link></p>}
      <label className="field">{t('leaks.what')}<span className="required">{t('form.required')}</span> <Input.TextArea rows={3} maxLength={2000} value={description} onChange={(e) => setDescription(e.target.value)} /></label>
      <MomentField label={t('leaks.when')} moment={discovered} />
      <label className="field">{t('leaks.measures')} <Input.TextArea rows={2} maxLength={2000} value={measures} onChange={(e) => setMeasures(e.target.value)} /></label>
    </ActForm>
  );
}

/** That it was reported to the secrecy authority and the superior department. */
export function RecordReporting({ report, close }: { report: LeakReport; close: () => void }) {
  const [recipients, setRecipients] = useDraft(`${report.name}.recipients`);
  const reported = useMoment();
  const done = useDone(close);
  return (
    <ActForm focus title={t('leaks.record')} submit={t('leaks.record')} cancel={close} done={() => { setRecipients(''); done(); }} ready={recipients.trim() !== '' && reported.at !== undefined}
      input={{ name: report.name, etag: report.etag, recipients, ...(reported.at ? { reportTime: timestampFromDate(reported.at) } : {}) }} send={(input, requestId) => leaks.recordLeakReporting({ ...input, requestId })}>
      <label className="field">{t('leaks.recipients')}<span className="required">{t('form.required')}</span> <Input maxLength={500} value={recipients} placeholder={t('leaks.recipientsHint')} onChange={(e) => setRecipients(e.target.value)} /></label>
      <MomentField label={t('leaks.reportTime')} moment={reported} />
    </ActForm>
  );
}
