import { useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { ProcedureService } from '~/gen/backoffice/document/v1/procedures_pb';
import { CountersignKind, StepDuty, type Procedure, type ProcedureStep } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { language, t, type TextKey } from '~/texts/texts';

const client = clientOf(ProcedureService);

export const useProcedures = () => useQuery({ queryKey: ['procedures'], queryFn: async () => (await client.listProcedures({ pageSize: 1000 })).procedures });

/** One version; it never changes but for what the bureau of now lacks for it. */
export const useProcedureVersion = (name: string, version: number) =>
  useQuery({ queryKey: ['procedures', name, version], queryFn: async () => (await client.getProcedure({ name, version })).procedure!, enabled: name !== '' && version > 0 });

/** The facts of a step as they are shown and compared. */
export function factsOf(step: ProcedureStep, procedure: Procedure): [TextKey, string][] {
  const english = language() === 'en';
  const who = step.duty === StepDuty.FUNCTION || step.duty === StepDuty.FUNCTION_IN_UNIT ? `${t(`duty.${StepDuty[step.duty]}` as TextKey)}${english ? ': ' : '：'}${step.functionTitles.join('、')}` : t(`duty.${StepDuty[step.duty]}` as TextKey);
  const several = step.countersign === CountersignKind.UNSPECIFIED ? '' : t(`countersign.${CountersignKind[step.countersign]}` as TextKey, { quorum: step.quorum });
  const next = step.nextSteps.map((id) => procedure.steps.find((one) => one.id === id)?.title ?? id).join('、') || t('procedures.ends');
  const facts: [TextKey, string][] = [
    ['procedures.who', who], ['procedures.standard', step.citation || step.ruleId], ['procedures.ruleText', english ? step.ruleTextEn || step.ruleText : step.ruleText],
    ['procedures.limit', english ? step.timeLimit : step.timeLimitText], ['procedures.output', step.output], ['procedures.next', next], ['procedures.several', several],
    ['procedures.delegable', t(step.delegable ? 'form.yes' : 'procedures.inPerson')],
  ];
  return facts.filter(([, value]) => value !== '');
}

export interface StepBeside {
  id: string;
  one: ProcedureStep | undefined;
  other: ProcedureStep | undefined;
  differs: boolean;
}

/** Two versions step by step, in the order of the newer one; what it no longer has stands at the end. */
export function beside(one: Procedure, other: Procedure): StepBeside[] {
  const ids = [...other.steps.map((s) => s.id), ...one.steps.map((s) => s.id).filter((id) => !other.steps.some((s) => s.id === id))];
  const said = (step: ProcedureStep | undefined, procedure: Procedure) => (step === undefined ? '' : JSON.stringify([step.title, factsOf(step, procedure)]));
  return ids.map((id) => {
    const [before, after] = [one.steps.find((s) => s.id === id), other.steps.find((s) => s.id === id)];
    return { id, one: before, other: after, differs: said(before, one) !== said(after, other) };
  });
}
