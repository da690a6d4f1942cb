import { postWithHolder, postTitle, useDirectory } from '~/coordination/directory/directory';
import { Verb, type Act, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import type { Procedure } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { t } from '~/texts/texts';
import { dueText, lightOf, when } from '~/texts/times';
import { useActs, useMatter, useProcedure } from './matters';

export type StepState = 'done' | 'now' | 'passed' | 'ahead';

const ends: Verb[] = [Verb.START, Verb.AGREE, Verb.DISAGREE, Verb.SKIP];

/** Where a step stands: done by an act that still counts, the present one, passed by without an act, or ahead. */
export function stepStates(procedure: Procedure, matter: Pick<Matter, 'step'>, acts: Act[]): Map<string, { state: StepState; act?: Act }> {
  const at = procedure.steps.findIndex((step) => step.id === matter.step);
  const states = new Map<string, { state: StepState; act?: Act }>();
  procedure.steps.forEach((step, i) => {
    const act = acts.findLast((a) => a.step === step.id && ends.includes(a.verb));
    // After a return the steps between are to be gone through again.
    if (step.id === matter.step) states.set(step.id, { state: 'now' });
    else if (at !== -1 && i > at) states.set(step.id, { state: 'ahead' });
    else states.set(step.id, act ? { state: 'done', act } : { state: 'passed' });
  });
  return states;
}

/** 流程图: every step with who did it and when, who has it now and until when, and who will. */
export function ProcedurePicture({ matter: name }: { matter: string }) {
  const directory = useDirectory();
  const matter = useMatter(name).data;
  const procedure = useProcedure(matter).data;
  const told = useActs(name).data;
  if (matter === undefined || procedure === undefined || told === undefined) return null;
  const states = stepStates(procedure, matter, told.acts);
  const due = matter.tasks[0]?.dueTime;
  const waiting = matter.tasks.slice(1);
  return (
    <section className="picture" aria-label={t('picture.title')}>
      <ol>
        {procedure.steps.map((step) => {
          const { state, act } = states.get(step.id)!;
          return (
            <li key={step.id} className={state} aria-current={state === 'now' ? 'step' : undefined} title={step.citation}>
              <strong>{step.title}</strong>
              <span className="unseen">{t(`picture.${state}`)}</span>
              {act && <small>{act.actor!.displayName} <time>{when(act.time)}</time></small>}
              {state === 'now' && (
                <small>
                  {postWithHolder(directory, matter.holderPost)}
                  {waiting.length > 0 && <> · {t('picture.waits', { who: waiting.map((task) => postTitle(directory, task.post || task.person)).join('、') })}</>}
                  {due && <em className={`due ${lightOf(due)}`}> {dueText(due)}</em>}
                </small>
              )}
              {state === 'ahead' && <small>{step.functionTitles.join('、')} {step.timeLimitText}</small>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
