import { Input } from 'antd';
import { useState } from 'react';
import { useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { PostsPicker } from '~/document/matters/PostPicker';
import { names } from '~/document/marks';
import { ReviewOutcome, SecrecyLevel, SecrecyReferral, type SecrecyMark } from '~/gen/backoffice/document/v1/secrecy_pb';
import { t } from '~/texts/texts';
import { asDay, dayFrom } from '~/texts/times';
import { classification, secrecy } from './secrecy';

interface Props { name: string; mark: SecrecyMark; done: () => void; cancel: () => void }

const required = () => <span className="required">{t('form.required')}</span>;

/** 标密 */
export function Mark({ name, mark, done, cancel }: Props) {
  const [level, setLevel] = useState<SecrecyLevel>(mark.level || SecrecyLevel.WORK_SECRET);
  const [years, setYears] = useState(String(mark.periodYears || ''));
  const [condition, setCondition] = useState(mark.declassificationCondition);
  const [referral, setReferral] = useState(mark.referral);
  const [derivedFrom, setDerivedFrom] = useState(mark.derivedFrom);
  const [copyNumbers, setCopyNumbers] = useState(mark.copyNumbers);
  const [scope, setScope] = useState(mark.scope);
  const state = level > SecrecyLevel.WORK_SECRET;
  const ofState = state ? { periodYears: Number(years) || 0, declassificationCondition: condition, referral, derivedFrom, copyNumbers } : {};
  return (
    <ActForm focus title={t('secrecy.mark')} submit={t('secrecy.mark')} cancel={cancel} done={done}
      input={{ name, level, scope, ...ofState }} send={(input, requestId) => secrecy.markSecrecy({ secrecyMark: input, requestId })}>
      <label className="field">{t('secrecy.level')}{' '}
        <select value={SecrecyLevel[level]} onChange={(e) => setLevel(SecrecyLevel[e.target.value as keyof typeof SecrecyLevel])}>
          {names('secrecy', SecrecyLevel).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
      </label>
      {state && (
        <>
          <label className="field">{t('secrecy.years')} <Input type="number" min={0} max={100} value={years} onChange={(e) => setYears(e.target.value)} /></label>
          <label className="field">{t('secrecy.condition')} <Input value={condition} maxLength={200} onChange={(e) => setCondition(e.target.value)} /></label>
          <label className="field">{t('secrecy.derivedFrom')} <Input value={derivedFrom} maxLength={200} onChange={(e) => setDerivedFrom(e.target.value)} /></label>
          {name.startsWith('incoming') && <label className="field">{t('secrecy.copyNumbers')} <Input value={copyNumbers} maxLength={200} onChange={(e) => setCopyNumbers(e.target.value)} /></label>}
          <label className="field">{t('secrecy.referral')}{' '}
            <select value={SecrecyReferral[referral]} onChange={(e) => setReferral(SecrecyReferral[e.target.value as keyof typeof SecrecyReferral])}>
              {names('referral', SecrecyReferral, true).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
            </select>
          </label>
        </>
      )}
      <PostsPicker people label={t('secrecy.scopeHint')} value={scope} change={setScope} />
    </ActForm>
  );
}

/** 定密责任人审核批准; of what was referred, with the decision of the organ that decided. */
export function Confirm({ name, mark, done, cancel }: Props) {
  const [decision, setDecision] = useState('');
  const referred = mark.referral !== SecrecyReferral.UNSPECIFIED;
  return (
    <ActForm focus title={t('secrecy.confirm')} submit={t('secrecy.confirm')} cancel={cancel} done={done} ready={!referred || decision.trim() !== ''}
      input={{ name, decision }} send={(input, requestId) => secrecy.confirmClassification({ ...input, requestId })}>
      <p>{t('secrecy.confirmHint')}</p>
      {referred && <label className="field">{t('secrecy.decision')}{required()} <Input value={decision} maxLength={200} onChange={(e) => setDecision(e.target.value)} /></label>}
    </ActForm>
  );
}

/** 扩大知悉范围 */
export function Extend({ name, done, cancel }: Props) {
  const [principals, setPrincipals] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  return (
    <ActForm focus title={t('secrecy.extend')} submit={t('secrecy.extend')} cancel={cancel} done={done} ready={principals.length > 0 && reason.trim() !== ''}
      input={{ name, principals, reason }} send={(input, requestId) => secrecy.extendScope({ ...input, requestId })}>
      <PostsPicker people required label={t('secrecy.further')} value={principals} change={setPrincipals} />
      <label className="field">{t('act.reason')}{required()} <Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    </ActForm>
  );
}

/** 批准导出、复制: one person, for a day, with the reason. */
export function Export({ name, done, cancel }: Props) {
  const people = (useDirectory()?.people ?? []).filter((one) => !one.left);
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState('');
  return (
    <ActForm focus title={t('secrecy.export')} submit={t('secrecy.export')} cancel={cancel} done={done} ready={person !== '' && reason.trim() !== ''}
      input={{ name, person, reason, authority }} send={(input, requestId) => secrecy.approveExport({ ...input, requestId })}>
      <p>{t('secrecy.exportHint')}</p>
      <label className="field">{t('secrecy.exportWho')}{required()}{' '}
        <select value={person} onChange={(e) => setPerson(e.target.value)}>
          <option value="">{t('form.choose')}</option>
          {people.map((one) => <option key={one.name} value={one.name}>{one.displayName}</option>)}
        </select>
      </label>
      <label className="field">{t('act.reason')}{required()} <Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
      <label className="field">{t('secrecy.authority')} <Input value={authority} maxLength={200} onChange={(e) => setAuthority(e.target.value)} /></label>
    </ActForm>
  );
}

/** 定期审核: kept, shortened, extended or declassified. */
export function Review({ name, mark, done, cancel }: Props) {
  const [outcome, setOutcome] = useState(ReviewOutcome.KEEP);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(asDay(mark.declassifiedFrom));
  const [authority, setAuthority] = useState('');
  const [notice, setNotice] = useState('');
  const moves = outcome === ReviewOutcome.SHORTEN || outcome === ReviewOutcome.EXTEND;
  const declassificationDate = moves ? dayFrom(day) : undefined;
  return (
    <ActForm focus title={t('secrecy.review')} submit={t('secrecy.review')} cancel={cancel} done={done} ready={reason.trim() !== '' && (!moves || declassificationDate !== undefined)}
      input={{ name, etag: mark.etag, outcome, reason, authority, notice, ...(declassificationDate ? { declassificationDate } : {}) }}
      send={(input, requestId) => classification.reviewClassification({ ...input, requestId })}>
      <fieldset><legend>{t('secrecy.outcome')}</legend>
        {[ReviewOutcome.KEEP, ReviewOutcome.SHORTEN, ReviewOutcome.EXTEND, ReviewOutcome.DECLASSIFY].map((one) => (
          <label key={one}><input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} /> {names('reviewOutcome', ReviewOutcome).find((n) => n.value === ReviewOutcome[one])?.label}</label>
        ))}
      </fieldset>
      {moves && <label className="field">{t('secrecy.firstDay')}{required()} <input type="date" value={day} onChange={(e) => setDay(e.target.value)} /></label>}
      <label className="field">{t('act.reason')}{required()} <Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
      <label className="field">{t('secrecy.authority')} <Input value={authority} maxLength={200} onChange={(e) => setAuthority(e.target.value)} /></label>
      <label className="field">{t('secrecy.notice')} <Input value={notice} maxLength={200} onChange={(e) => setNotice(e.target.value)} /></label>
    </ActForm>
  );
}
