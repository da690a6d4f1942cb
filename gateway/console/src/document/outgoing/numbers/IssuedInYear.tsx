import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { IssuingYearService } from '~/gen/backoffice/document/v1/issuing_years_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { issuingYears } from './numbers';

/** 年度发文数: beside the year before, and why it grew. */
export function IssuedInYear({ year }: { year: string }) {
  const me = useMe();
  const directory = useDirectory();
  const name = `issuingYears/${year}`;
  const [open, setOpen] = useState(false);
  const [explanation, setExplanation] = useState('');
  const read = useQuery({
    queryKey: ['outgoing', name],
    queryFn: async () => (await issuingYears.getIssuingYear({ name })).issuingYear!,
    enabled: /^(19[5-9]\d|2\d{3})$/.test(year) && mayCall(me, IssuingYearService.method.getIssuingYear),
  }).data;
  if (read === undefined) return null;
  const explains = read.explanationRequired && mayCall(me, IssuingYearService.method.explainIssuingYear);
  return (
    <>
      <p>{t('issued.counts', { issued: read.issuedCount, previous: read.previousCount })} {read.explanationRequired && !read.explanation && <strong className="wrong">{t('issued.required')}</strong>}</p>
      {read.explanation && <p>{read.explanation} <small>{personName(directory, read.person)} {when(read.explainTime)}</small></p>}
      {explains && !open && <Button size="small" onClick={() => setOpen(true)}>{t('issued.explain')}</Button>}
      {explains && open && (
        <ActForm focus title={t('issued.explain')} submit={t('issued.explain')} cancel={() => setOpen(false)} done={() => setOpen(false)} ready={explanation.trim() !== ''}
          input={{ name, etag: read.etag, explanation }} send={(input, requestId) => issuingYears.explainIssuingYear({ ...input, requestId })}>
          <label className="field">{t('issued.why')}<span className="required">{t('form.required')}</span> <Input.TextArea rows={3} maxLength={2000} value={explanation} onChange={(e) => setExplanation(e.target.value)} /></label>
        </ActForm>
      )}
    </>
  );
}
