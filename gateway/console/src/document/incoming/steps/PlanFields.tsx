import { PostPicker, PostsPicker } from '~/document/matters/PostPicker';
import { useIncoming } from '~/document/incoming/incoming';
import type { HandlingPlan } from '~/gen/backoffice/document/v1/handling_pb';
import { Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t } from '~/texts/texts';
import { asDay, dayFrom } from '~/texts/times';

/** A plan while it is made. */
export interface Plan {
  leadPost: string;
  assistingPosts: string[];
  dueDate: string;
  chaserPost: string;
  important: boolean;
}

export const planOf = (proposed: HandlingPlan | undefined): Plan => ({
  leadPost: proposed?.leadPost ?? '',
  assistingPosts: proposed?.assistingPosts ?? [],
  dueDate: asDay(proposed?.dueDate),
  chaserPost: proposed?.chaserPost ?? '',
  important: proposed?.important ?? false,
});

export const planSent = (plan: Plan) => {
  const dueDate = dayFrom(plan.dueDate);
  return { leadPost: plan.leadPost, assistingPosts: plan.assistingPosts, chaserPost: plan.chaserPost, important: plan.important, ...(dueDate ? { dueDate } : {}) };
};

/** 主办、协办、时限、催办人. */
export function PlanFields({ subject, plan, change }: { subject: string; plan: Plan; change: (plan: Plan) => void }) {
  const urgent = useIncoming(subject).data?.urgency !== Urgency.UNSPECIFIED;
  return (
    <>
      <PostPicker required label={t('plan.lead')} value={plan.leadPost} change={(leadPost) => change({ ...plan, leadPost })} />
      <PostsPicker label={t('plan.assisting')} value={plan.assistingPosts} change={(assistingPosts) => change({ ...plan, assistingPosts })} />
      <div className="field"><label>{t('plan.due')}{urgent && <span className="required">{t('form.required')}</span>} <input type="date" value={plan.dueDate} onChange={(e) => change({ ...plan, dueDate: e.target.value })} /></label></div>
      <label><input type="checkbox" checked={plan.important} onChange={(e) => change({ ...plan, important: e.target.checked })} /> {t('plan.important')}</label>
      <PostPicker required={urgent || plan.important} label={t('plan.chaser')} value={plan.chaserPost} change={(chaserPost) => change({ ...plan, chaserPost })} />
    </>
  );
}
