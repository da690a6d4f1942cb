import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ProcedureSchema, StepDuty } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { beside, factsOf } from './steps';

const procedure = (version: number, steps: { id: string; title: string; timeLimitText?: string; nextSteps?: string[] }[]) => create(ProcedureSchema, { version, steps: steps.map((s) => ({ duty: StepDuty.STARTER, ...s })) });

test('Two versions stand beside each other in the order of the newer one; what differs is told', () => {
  const pairs = beside(
    procedure(1, [{ id: 'a', title: '初审', timeLimitText: '1个工作日' }, { id: 'b', title: '拟办' }]),
    procedure(2, [{ id: 'c', title: '登记' }, { id: 'a', title: '初审', timeLimitText: '1个半天' }]),
  );
  expect(pairs.map((p) => [p.id, p.one !== undefined, p.other !== undefined, p.differs])).toEqual([['c', false, true, true], ['a', true, true, true], ['b', true, false, true]]);
});

test('A step names its followers by their titles, and says where it ends', () => {
  const one = procedure(1, [{ id: 'a', title: '初审', nextSteps: ['b'] }, { id: 'b', title: '办结' }]);
  expect(factsOf(one.steps[0]!, one)).toContainEqual(['procedures.next', '办结']);
  expect(factsOf(one.steps[1]!, one)).toContainEqual(['procedures.next', '办理结束']);
});
