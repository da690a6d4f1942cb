import { Input } from 'antd';
import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { dayFrom, today } from '~/texts/times';
import { handling } from '../outgoing';

/** 合法性审核 of a normative document. */
export default function ReviewLegality({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.legality`);
  const [emergencyReason, setEmergencyReason] = useDraft(`${matter.name}.emergency`);
  const [passed, setPassed] = useState<boolean | undefined>();
  const [start, setStart] = useState('');
  const [end, setEnd] = useState(today());
  const [startDate, endDate] = [dayFrom(start), dayFrom(end)];
  return (
    <ActForm
      focus title={t('legality.title')} submit={t('legality.submit')} cancel={cancel} ready={passed !== undefined && opinion.trim() !== '' && startDate !== undefined && endDate !== undefined}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, passed: passed ?? false, opinion, emergencyReason, ...(startDate && endDate ? { startDate, endDate } : {}) }}
      send={(input, requestId) => handling.reviewLegality({ ...input, requestId })} done={() => { setOpinion(''); setEmergencyReason(''); done(); }}
    >
      <fieldset><legend>{t('legality.lawful')}</legend>
        {[true, false].map((yes) => <label key={String(yes)}><input type="radio" name="passed" checked={passed === yes} onChange={() => setPassed(yes)} /> {t(yes ? 'form.yes' : 'form.no')}</label>)}
      </fieldset>
      <div className="field"><label>{t('legality.start')} <input type="date" value={start} onChange={(e) => setStart(e.target.value)} /></label></div>
      <div className="field"><label>{t('legality.end')} <input type="date" value={end} onChange={(e) => setEnd(e.target.value)} /></label></div>
      <div className="field"><label>{t('legality.emergency')} <Input value={emergencyReason} onChange={(e) => setEmergencyReason(e.target.value)} /></label></div>
      <OpinionField required label={t('legality.opinion')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
