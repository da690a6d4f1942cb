import { create } from '@bufbuild/protobuf';
import { Button, Input } from 'antd';
import { names } from '~/document/marks';
import { JointOrganSchema, MatterScope, OrganLevel, OrganSystem, type JointOrgan } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t } from '~/texts/texts';
import { asDay } from '~/texts/times';
import type { Sheet } from './sheet';

/** 联合行文: the other organs in the order of print, and what the rules need to know of each. */
export function JointOrgans({ sheet, set, readOnly }: { sheet: Sheet; set: (change: Partial<Sheet>) => void; readOnly: boolean }) {
  const { jointOrgans } = sheet;
  const put = (at: number, change: Partial<Pick<JointOrgan, 'organ' | 'level' | 'system'>>) => set({ jointOrgans: jointOrgans.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  const choice = (label: string, prefix: string, values: Record<string, string | number>, value: number, change: (value: number) => void) => (
    <select aria-label={label} value={String(values[value] ?? 'UNSPECIFIED')} disabled={readOnly} onChange={(e) => change(Number(values[e.target.value] ?? 0))}>
      {names(prefix, values, true).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
    </select>
  );
  return (
    <fieldset className="whole joint">
      <legend>{t('joint.title')}</legend>
      {jointOrgans.map((one, i) => (
        <div key={i} className="organs">
          <Input aria-label={t('joint.organ', { number: i + 1 })} value={one.organ} maxLength={200} readOnly={readOnly} onChange={(e) => put(i, { organ: e.target.value })} />
          {choice(t('joint.level', { number: i + 1 }), 'organLevel', OrganLevel, one.level, (level) => put(i, { level }))}
          {choice(t('joint.system', { number: i + 1 }), 'organSystem', OrganSystem, one.system, (system) => put(i, { system }))}
          {one.signature && <small className="fine">{t('joint.signed', { signer: one.signature.signer, day: asDay(one.signature.signDate) })}</small>}
          {!readOnly && <Button type="text" danger aria-label={t('joint.drop', { number: i + 1 })} onClick={() => set({ jointOrgans: jointOrgans.filter((_, at) => at !== i) })}>×</Button>}
        </div>
      ))}
      {!readOnly && jointOrgans.length < 20 && <Button size="small" onClick={() => set({ jointOrgans: [...jointOrgans, create(JointOrganSchema, {})] })}>{t('joint.add')}</Button>}
      {jointOrgans.length > 0 && (
        <p>
          <label>{t('joint.scope')} {choice(t('joint.scope'), 'matterScope', MatterScope, sheet.matterScope, (matterScope) => set({ matterScope }))}</label>{' '}
          <label><input type="checkbox" checked={sheet.mainOrganMark} disabled={readOnly} onChange={(e) => set({ mainOrganMark: e.target.checked })} /> {t('joint.mainMark')}</label>
        </p>
      )}
    </fieldset>
  );
}
