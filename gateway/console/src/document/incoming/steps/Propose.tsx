import { useState } from 'react';
import { useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { PostFunction } from '~/gen/backoffice/coordination/v1/posts_pb';
import { t } from '~/texts/texts';
import { handling, useIncoming } from '../incoming';
import { PlanFields, planOf, planSent } from './PlanFields';

/** 拟办: to a leader for instruction, or straight to the post that handles it. */
export default function Propose({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.propose`);
  const [leaderPost, setLeaderPost] = useState('');
  const [plan, setPlan] = useState(planOf(useIncoming(matter.subject).data?.handling?.plan));
  const leaders = useDirectory()?.posts.filter((p) => p.function === PostFunction.DIRECTOR || p.function === PostFunction.DEPUTY_DIRECTOR).map((p) => p.name) ?? [];
  return (
    <ActForm
      focus title={t('propose.title')} submit={t(leaderPost ? 'propose.toLeader' : 'propose.straight')} cancel={cancel}
      ready={opinion.trim() !== '' && (leaderPost !== '' || plan.leadPost !== '')}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, opinion, leaderPost, plan: planSent(plan) }}
      send={(input, requestId) => handling.proposeHandling({ ...input, requestId })}
      done={() => { setOpinion(''); done(); }}
    >
      <OpinionField required label={t('propose.opinion')} value={opinion} change={setOpinion} />
      <PostPicker label={t('propose.leader')} value={leaderPost} change={setLeaderPost} only={leaders} />
      <PlanFields subject={matter.subject} plan={plan} change={setPlan} />
    </ActForm>
  );
}
