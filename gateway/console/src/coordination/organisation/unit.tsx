import { Input } from 'antd';
import { Field } from '~/calls/Field';
import { linesOf, type Kind } from '~/calls/ResourceForm';
import { clientOf } from '~/calls/transport';
import { UnitKind, UnitService } from '~/gen/backoffice/coordination/v1/units_pb';
import { names } from '~/document/marks';
import { t } from '~/texts/texts';
import { UnitSelect } from './UnitSelect';

const units = clientOf(UnitService);

interface UnitEntry { etag: string; displayName: string; shortName: string; kind: string; parent: string; responsibilities: string; closed: boolean }

/** 单位, as its form has it. */
export const unitKind: Kind<UnitEntry> = {
  key: 'unit',
  empty: { etag: '', displayName: '', shortName: '', kind: 'SECTION', parent: '', responsibilities: '', closed: false },
  title: (isNew) => t(isNew ? 'organisation.newUnit' : 'organisation.changeUnit'),
  read: async (name) => {
    const { etag, displayName, shortName, kind, parent, responsibilities, closed } = (await units.getUnit({ name })).unit!;
    return { etag, displayName, shortName, kind: UnitKind[kind], parent, responsibilities: responsibilities.join('\n'), closed };
  },
  save: async (entry, name, requestId) => {
    const sent = { displayName: entry.displayName.trim(), shortName: entry.shortName.trim(), kind: UnitKind[entry.kind as keyof typeof UnitKind], parent: entry.parent, responsibilities: linesOf(entry.responsibilities), closed: entry.closed };
    const answer = name === undefined
      ? await units.createUnit({ unit: sent, requestId })
      : await units.updateUnit({ unit: { ...sent, name, etag: entry.etag }, updateMask: { paths: ['display_name', 'short_name', 'kind', 'parent', 'responsibilities', 'closed'] }, requestId });
    return answer.unit!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('organisation.unitName')} name="display_name" refusal={refusal} required><Input value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('organisation.shortName')} name="short_name" refusal={refusal}><Input value={entry.shortName} onChange={(e) => set({ shortName: e.target.value })} /></Field>
      <Field label={t('organisation.kind')} name="kind" refusal={refusal} required>
        <select value={entry.kind} onChange={(e) => set({ kind: e.target.value })}>{names('unitKind', UnitKind).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
      </Field>
      <Field label={t('organisation.parent')} name="parent" refusal={refusal}><UnitSelect value={entry.parent} none={t('organisation.top')} change={(parent) => set({ parent })} /></Field>
      <Field label={t('organisation.duties')} name="responsibilities" refusal={refusal} hint={t('form.oneALine')}><Input.TextArea rows={2} value={entry.responsibilities} onChange={(e) => set({ responsibilities: e.target.value })} /></Field>
      <label className="check"><input type="checkbox" checked={entry.closed} onChange={(e) => set({ closed: e.target.checked })} /> {t('organisation.unitClosed')}</label>
    </>
  ),
};
