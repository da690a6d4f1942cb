import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ActSchema, Verb } from '~/gen/backoffice/procedures/v1/matters_pb';
import { ProcedureSchema } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { stepStates } from './ProcedurePicture';

const procedure = create(ProcedureSchema, { steps: ['draft', 'section', 'legality', 'sign', 'print'].map((id) => ({ id, title: id })) });
const acts = [['draft', Verb.START], ['section', Verb.AGREE], ['sign', Verb.RETURN], ['sign', Verb.AGREE]].map(([step, verb], i) => create(ActSchema, { number: i + 1, step: step as string, verb: verb as Verb }));
const states = (step: string) => [...stepStates(procedure, { step }, acts).values()].map((s) => s.state);

test('Each step says whether it is done, present, passed by or ahead', () => {
  expect(states('print')).toEqual(['done', 'done', 'passed', 'done', 'now']);
});

test('After a return what was done behind it is ahead again, and when all has ended nothing is', () => {
  expect(states('section')).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
  expect(states('')).toEqual(['done', 'done', 'passed', 'done', 'passed']);
});
