import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { holds, matterClient, stepOf, useProcedure } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker, PostsPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { CountersignKind, StepDuty, type ProcedureStep } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { t } from '~/texts/texts';

/** 同意: with an opinion or a bare signature; on to the next step, or one of several. */
export function Agree({ matter, step, done, cancel }: ActProps & { step: ProcedureStep | undefined }) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.opinion`);
  const [to, setTo] = useState(matter.nextSteps[0] ?? '');
  const [assignee, setAssignee] = useState('');
  const [posts, setPosts] = useState<string[]>([]);
  const procedure = useProcedure(matter).data;
  // A signer's agreement sends nothing on.
  const next = holds(matter) ? stepOf(procedure, to) : undefined;
  const chosen = next?.duty === StepDuty.CHOSEN;
  const signers = next !== undefined && next.countersign !== CountersignKind.UNSPECIFIED;
  return (
    <ActForm
      focus
      title={step && holds(matter) ? t('act.agreeAt', { step: step.title }) : t('verb.AGREE')}
      input={{ name: matter.name, etag: matter.etag, opinion, seenSha256: matter.contentSha256, step: next?.id ?? '', assignee: chosen ? assignee : '', posts: signers ? posts : [] }}
      send={(input, requestId) => matterClient.agreeMatter({ ...input, requestId })}
      done={() => { setOpinion(''); done(); }}
      cancel={cancel}
      submit={t('verb.AGREE')}
      ready={!chosen || assignee !== ''}
    >
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
      {holds(matter) && matter.nextSteps.length > 1 && (
        <fieldset><legend>{t('act.next')}</legend>
          {matter.nextSteps.map((id) => <label key={id}><input type="radio" name="next" checked={to === id} onChange={() => setTo(id)} /> {stepOf(procedure, id)?.title ?? id}</label>)}
        </fieldset>
      )}
      {chosen && <PostPicker required label={t('act.assignee', { step: next.title })} value={assignee} change={setAssignee} />}
      {signers && <PostsPicker label={t('act.signersOf', { step: next.title })} value={posts} change={setPosts} />}
    </ActForm>
  );
}
