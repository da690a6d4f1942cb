import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { names } from '~/document/marks';
import { RetentionPeriod } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { FilingState } from '~/gen/backoffice/archive/v1/filings_pb';
import { PostFunction } from '~/gen/backoffice/coordination/v1/posts_pb';
import { DocumentFlow } from '~/gen/backoffice/coordination/v1/statistics_pb';
import { UnitKind } from '~/gen/backoffice/coordination/v1/units_pb';
import { HoldingKind } from '~/gen/backoffice/document/v1/departures_pb';
import { ExchangeKind } from '~/gen/backoffice/document/v1/exchange_pb';
import { DocumentGenre, IncomingDocumentState, ResemblanceKind, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { HiddenContentKind } from '~/gen/backoffice/document/v1/outgoing_attachments_pb';
import { Carrier, IssuerKind, OutgoingDocumentState, RoutingDirection } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ReviewPart } from '~/gen/backoffice/document/v1/outgoing_handling_pb';
import { LeftOutKind } from '~/gen/backoffice/document/v1/outgoing_imports_pb';
import { ReviewOutcome, SecrecyReferral } from '~/gen/backoffice/document/v1/secrecy_pb';
import { ProofElement, ProofKind } from '~/gen/backoffice/document/v1/proofreading_pb';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { MatterState, Verb } from '~/gen/backoffice/procedures/v1/matters_pb';
import { CountersignKind, StepDuty } from '~/gen/backoffice/procedures/v1/procedures_pb';
import en from './en';
import { addWords } from './texts';
import office from './zh-CN';
import duties from './zh-CN.duties';
import papers from './zh-CN.papers';
import people from './zh-CN.people';
import upkeep from './zh-CN.upkeep';

const zh = { ...office, ...papers, ...people, ...duties, ...upkeep };
for (const words of [papers, people, duties, upkeep]) addWords(words);

const root = join(import.meta.dirname, '..');
const source = (readdirSync(root, { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/gen|texts[\\/](zh|en)|\.test\./.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** What `t(`a.${b}`)` asks for: the fixed part of its key. */
const composed = [...source.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((m) => m[1]!);
const listed = ['genre.', 'incomingState.', 'outgoingState.', 'urgency.', 'carrier.', 'direction.', 'issuerKind.', 'matterScope.', 'organLevel.', 'organSystem.'];

test('Both catalogues say the same things', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) expect(places(en[key]), key).toEqual(places(zh[key]));
});

test('Nothing in the catalogues is said by nobody', () => {
  const said = (key: string) => source.includes(`'${key}'`) || [...composed, ...listed].some((prefix) => key.startsWith(prefix));
  expect(Object.keys(zh).filter((key) => !said(key))).toEqual([]);
});

test('Every value of the contract that is shown has its words', () => {
  const shown: [string, Record<string, string | number>][] = [
    ['genre', DocumentGenre], ['incomingState', IncomingDocumentState], ['outgoingState', OutgoingDocumentState], ['urgency', Urgency],
    ['carrier', Carrier], ['direction', RoutingDirection], ['element', ProofElement], ['hidden', HiddenContentKind], ['issuerKind', IssuerKind], ['leftOut', LeftOutKind], ['proof', ProofKind],
    ['referral', SecrecyReferral], ['resemblance', ResemblanceKind], ['reviewOutcome', ReviewOutcome], ['review', ReviewPart], ['role', Role], ['verb', Verb],
    ['countersign', CountersignKind], ['duty', StepDuty], ['package', ExchangeKind], ['filingState', FilingState], ['flow', DocumentFlow], ['holding', HoldingKind], ['matter', MatterState], ['postFunction', PostFunction], ['retention', RetentionPeriod], ['unitKind', UnitKind],
  ];
  for (const [prefix, values] of shown) for (const { value, label } of names(prefix, values)) expect(label).not.toBe(`${prefix}.${value}`);
});

test('Words that come with some pages are said by those alone', () => {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !/gen|texts[\\/]|\.test\./.test(file));
  const saidBeside = (words: Record<string, string>, pages: RegExp) => {
    const elsewhere = files.filter((file) => !pages.test(file)).map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    return Object.keys(words).filter((key) => elsewhere.includes(`'${key}'`));
  };
  expect(saidBeside(papers, /document[\\/](incoming|outgoing|secrecy)[\\/]|[\\/]steps[\\/]/)).toEqual([]);
  expect(saidBeside(upkeep, /document[\\/]partners[\\/]|platform[\\/]events[\\/]/)).toEqual([]);
});
