import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useDirectory } from '~/coordination/directory/directory';
import { DocumentGenre, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { Carrier, IssuerKind, RoutingDirection } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t, type TextKey } from '~/texts/texts';
import { names } from '../../marks';
import { JointOrgans } from './JointOrgans';
import { asLines, type Sheet } from './sheet';

interface Props {
  sheet: Sheet;
  set: (change: Partial<Sheet>) => void;
  readOnly: boolean;
}

/** 标题、文种、主送、抄送: what stands on the page, before the text. */
export function Head({ sheet, set, readOnly }: Props) {
  return (
    <div className="elements">
      <Field whole label={t('incoming.title')} required>{(id) => <Input.TextArea id={id} rows={1} value={sheet.title} maxLength={500} readOnly={readOnly} onChange={(e) => set({ title: e.target.value.replace(/\n/g, '') })} />}</Field>
      <Choice label={t('incoming.genre')} prefix="genre" values={DocumentGenre} value={sheet.genre} change={(genre) => set({ genre })} readOnly={readOnly} />
      <Choice label={t('draft.direction')} prefix="direction" values={RoutingDirection} value={sheet.direction} change={(direction) => set({ direction })} readOnly={readOnly} />
      <Choice label={t('incoming.urgency')} prefix="urgency" values={Urgency} value={sheet.urgency} change={(urgency) => set({ urgency })} readOnly={readOnly} zero />
      <Organs label={t('incoming.mainRecipients')} value={sheet.mainRecipients} change={(mainRecipients) => set({ mainRecipients })} readOnly={readOnly} />
      <Organs label={t('incoming.copyRecipients')} value={sheet.copyRecipients} change={(copyRecipients) => set({ copyRecipients })} readOnly={readOnly} />
    </div>
  );
}

/** What the rules need to know, and what is bound with it. */
export function Particulars({ sheet, set, readOnly }: Props) {
  const line = (label: TextKey, field: 'issuer' | 'necessity' | 'localConsent' | 'assignedByLeader' | 'governmentApproval', max: number) => (
    <Field label={t(label)}>{(id) => <Input id={id} value={sheet[field]} maxLength={max} readOnly={readOnly} onChange={(e) => set({ [field]: e.target.value })} />}</Field>
  );
  const tick = (label: TextKey, field: 'important' | 'majorMatter' | 'normative' | 'specialTask') => (
    <label><input type="checkbox" checked={sheet[field]} disabled={readOnly} onChange={(e) => set({ [field]: e.target.checked })} /> {t(label)}</label>
  );
  return (
    <details className="more">
      <summary>{t('draft.more')}</summary>
      <div className="elements">
        {line('draft.necessity', 'necessity', 1000)}
        <Choice label={t('draft.issuerKind')} prefix="issuerKind" values={IssuerKind} value={sheet.issuerKind} change={(issuerKind) => set({ issuerKind })} readOnly={readOnly} zero />
        {line('draft.issuer', 'issuer', 200)}
        <Choice label={t('draft.carrier')} prefix="carrier" values={Carrier} value={sheet.carrier} change={(carrier) => set({ carrier })} readOnly={readOnly} zero />
        <Lines label={t('draft.requestItems')} value={sheet.requestItems} change={(requestItems) => set({ requestItems })} readOnly={readOnly} />
        <Lines label={t('draft.concernedOrgans')} value={sheet.concernedOrgans} change={(concernedOrgans) => set({ concernedOrgans })} readOnly={readOnly} />
        {line('draft.localConsent', 'localConsent', 200)}
        {line('draft.assignedByLeader', 'assignedByLeader', 200)}
        {line('draft.governmentApproval', 'governmentApproval', 200)}
        <JointOrgans sheet={sheet} set={set} readOnly={readOnly} />
        <fieldset className="whole"><legend className="unseen">{t('draft.marks')}</legend>{tick('draft.important', 'important')} {tick('draft.majorMatter', 'majorMatter')} {tick('draft.normative', 'normative')} {tick('draft.specialTask', 'specialTask')}</fieldset>
      </div>
    </details>
  );
}

export function Field({ label, required = false, whole = false, children }: { label: string; required?: boolean; whole?: boolean; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={whole ? 'field whole' : 'field'}>
      <label htmlFor={id}>{label}{required && <span className="required">{t('form.required')}</span>}</label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps { label: string; prefix: string; values: Record<string, string | number>; value: number; change: (value: number) => void; readOnly: boolean; zero?: boolean }

function Choice({ label, prefix, values, value, change, readOnly, zero = false }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={values[value] ?? ''} disabled={readOnly} onChange={(e) => change(Number(values[e.target.value] ?? 0))}>
          {!zero && <option value="UNSPECIFIED">{t('form.choose')}</option>}
          {names(prefix, values, zero).map((v) => <option key={v.value} value={v.value}>{v.label}</option>)}
        </select>
      )}
    </Field>
  );
}

/** Organs as they are printed; those of the directory are added by choosing. */
function Organs({ label, value, change, readOnly }: { label: string; value: string; change: (text: string) => void; readOnly: boolean }) {
  const units = (useDirectory()?.units ?? []).filter((unit) => !unit.closed && !value.includes(unit.displayName));
  return (
    <Field whole label={label}>
      {(id) => (
        <span className="organs">
          <Input id={id} value={value} maxLength={2000} readOnly={readOnly} onChange={(e) => change(e.target.value)} />
          {!readOnly && units.length > 0 && (
            <select aria-label={t('draft.addOrgan', { field: label })} value="" onChange={(e) => change(value.trim() === '' ? e.target.value : `${value.replace(/[、，；\s]+$/, '')}、${e.target.value}`)}>
              <option value="">{t('draft.add')}</option>
              {units.map((unit) => <option key={unit.name} value={unit.displayName}>{unit.displayName}</option>)}
            </select>
          )}
        </span>
      )}
    </Field>
  );
}

/** A list, one entry a line. What is being typed keeps its blank lines until the field is left. */
export function Lines({ label, value, change, readOnly, whole = false }: { label: string; value: string[]; change: (lines: string[]) => void; readOnly: boolean; whole?: boolean }) {
  return (
    <Field label={t('draft.lines', { field: label })} whole={whole}>
      {(id) => <Input.TextArea id={id} rows={2} value={value.join('\n')} readOnly={readOnly} onChange={(e) => change(e.target.value.split('\n'))} onBlur={(e) => { const lines = asLines(e.target.value); if (lines.length !== value.length || lines.some((line, i) => line !== value[i])) change(lines); }} />}
    </Field>
  );
}
