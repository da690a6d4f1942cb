import { useEffect, useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling, useIncoming } from '../incoming';
import { PlanFields, planOf, planSent } from './PlanFields';

/** 批示: the leader's word, on what was proposed or otherwise. */
export default function Instruct({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.instruct`);
  const proposed = useIncoming(matter.subject).data?.handling;
  const [plan, setPlan] = useState(planOf(proposed?.plan));
  // What was proposed stands in the fields as soon as it was read.
  useEffect(() => setPlan(planOf(proposed?.plan)), [proposed]);
  return (
    <ActForm
      focus title={t('instruct.title')} submit={t(opinion.trim() === '' ? 'instruct.circle' : 'instruct.submit')} cancel={cancel} ready={plan.leadPost !== ''}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, opinion, plan: planSent(plan) }}
      send={(input, requestId) => handling.instructHandling({ ...input, requestId })}
      done={() => { setOpinion(''); done(); }}
    >
      {proposed?.proposal && <blockquote>{t('instruct.proposed', { text: proposed.proposal })}</blockquote>}
      <OpinionField label={t('instruct.opinion')} value={opinion} change={setOpinion} />
      <PlanFields subject={matter.subject} plan={plan} change={setPlan} />
    </ActForm>
  );
}
