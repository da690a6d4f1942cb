import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient, stepOf, useProcedure } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 退回: to an earlier step, with the reason; then through the steps between, or straight back. */
export default function Return({ matter, done, cancel }: ActProps) {
  const [reason, setReason] = useDraft(`${matter.name}.return`);
  const [step, setStep] = useState(matter.returnSteps.at(-1) ?? '');
  const [straightBack, setStraightBack] = useState(false);
  const procedure = useProcedure(matter).data;
  return (
    <ActForm
      focus danger title={t('verb.RETURN')} submit={t('verb.RETURN')} cancel={cancel} ready={reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, step, reason, straightBack, seenSha256: matter.contentSha256 }}
      send={(input, requestId) => matterClient.returnMatter({ ...input, requestId })}
      done={() => { setReason(''); done(); }}
    >
      <OpinionField required label={t('act.reason')} value={reason} change={setReason} />
      <fieldset><legend>{t('act.returnTo')}</legend>
        {matter.returnSteps.map((id) => <label key={id}><input type="radio" name="step" checked={step === id} onChange={() => setStep(id)} /> {stepOf(procedure, id)?.title ?? id}</label>)}
      </fieldset>
      <label><input type="checkbox" checked={straightBack} onChange={(e) => setStraightBack(e.target.checked)} /> {t('act.straightBack')}</label>
    </ActForm>
  );
}
