import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { OpinionForm } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t, type TextKey } from '~/texts/texts';
import { dayFrom, today } from '~/texts/times';
import { handling } from '../outgoing';

/** 签发: with an opinion, a signature or a circle; the day stands as 成文日期. */
export default function Sign({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.sign`);
  const [form, setForm] = useState(OpinionForm.SIGNED);
  return (
    <ActForm
      focus title={t('sign.title')} submit={t('sign.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, form: opinion.trim() ? OpinionForm.TEXT : form, opinion, signDate: dayFrom(today())! }}
      send={(input, requestId) => handling.signOutgoingDocument({ ...input, requestId })} done={() => { setOpinion(''); done(); }}
    >
      <OpinionField label={t('sign.opinion')} value={opinion} change={setOpinion} />
      {!opinion.trim() && (
        <fieldset><legend>{t('sign.form')}</legend>
          {[OpinionForm.SIGNED, OpinionForm.CIRCLED].map((f) => <label key={f}><input type="radio" name="form" checked={form === f} onChange={() => setForm(f)} /> {t(`opinionForm.${OpinionForm[f]}` as TextKey)}</label>)}
        </fieldset>
      )}
      <p>{t('sign.date', { day: today() })}</p>
    </ActForm>
  );
}
