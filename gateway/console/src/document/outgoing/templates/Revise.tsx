import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import { names } from '~/document/marks';
import type { DraftTemplate } from '~/gen/backoffice/document/v1/draft_templates_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { RoutingDirection } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t } from '~/texts/texts';
import { fieldsIn, templates, templatesInUse } from './templates';

type Values = Pick<DraftTemplate, 'displayName' | 'genre' | 'direction' | 'title' | 'mainRecipients' | 'body' | 'source' | 'practice' | 'retired'>;
const empty: Values = { displayName: '', genre: DocumentGenre.NOTICE, direction: RoutingDirection.DOWNWARD, title: '', mainRecipients: '', body: '', source: '', practice: true, retired: false };

/** The next version of a template, or a new one: its texts, and how people are asked for what they name in braces. */
export function Revise({ template, close }: { template?: DraftTemplate; close: () => void }) {
  const queries = useQueryClient();
  const [id, setId] = useState('');
  const [values, setValues] = useState<Values>(template ?? empty);
  const [asked, ask] = useState<Record<string, { displayName: string; example: string }>>(Object.fromEntries((template?.fields ?? []).map((f) => [f.id, { displayName: f.displayName, example: f.example }])));
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const fields = fieldsIn(values.title, values.mainRecipients, values.body).map((field) => ({ id: field, displayName: asked[field]?.displayName ?? '', example: asked[field]?.example ?? '' }));
  const { displayName, genre, direction, title, mainRecipients, body, source, practice, retired } = values;
  const ready = [displayName, title, body, source, ...fields.map((f) => f.displayName)].every((text) => text.trim() !== '') && (template !== undefined || /^[a-z0-9-]{1,40}$/.test(id));
  return (
    <ActForm focus title={template ? t('templates.reviseOf', { name: template.displayName }) : t('templates.new')} submit={t('templates.keep')} cancel={close} ready={ready} danger={retired}
      input={{ baseVersion: template?.version ?? 0, draftTemplate: { name: template?.name ?? `draftTemplates/${id}`, displayName, genre, direction, title, mainRecipients, body, source, practice, retired, fields } }}
      send={(input, requestId) => templates.reviseDraftTemplate({ ...input, requestId })}
      done={() => { void queries.invalidateQueries({ queryKey: templatesInUse.queryKey }); close(); }}>
      <p>{t('templates.hint')}</p>
      {!template && <Text label={t('templates.id')} value={id} set={setId} most={40} />}
      <Text label={t('templates.name')} value={displayName} set={(text) => set({ displayName: text })} most={100} />
      <p>
        <Choice label={t('incoming.genre')} prefix="genre" values={DocumentGenre} value={genre} set={(one) => set({ genre: one })} />{' '}
        <Choice label={t('draft.direction')} prefix="direction" values={RoutingDirection} value={direction} set={(one) => set({ direction: one })} />
      </p>
      <Text label={t('incoming.title')} value={title} set={(text) => set({ title: text })} most={500} />
      <Text optional label={t('incoming.mainRecipients')} value={mainRecipients} set={(text) => set({ mainRecipients: text })} most={2000} />
      <label className="field">{t('incoming.body')}<span className="required">{t('form.required')}</span> <Input.TextArea rows={10} maxLength={50000} value={body} onChange={(e) => set({ body: e.target.value })} /></label>
      {fields.length > 0 && <h4>{t('templates.fields')}</h4>}
      {fields.map((field) => (
        <p key={field.id} className="organs">
          <code>{`{${field.id}}`}</code>
          <Input aria-label={t('templates.asked', { field: field.id })} placeholder={t('templates.askedHint')} maxLength={100} value={field.displayName} onChange={(e) => ask({ ...asked, [field.id]: { ...field, displayName: e.target.value } })} />
          <Input aria-label={t('templates.example', { field: field.id })} placeholder={t('templates.exampleHint')} maxLength={1000} value={field.example} onChange={(e) => ask({ ...asked, [field.id]: { ...field, example: e.target.value } })} />
        </p>
      ))}
      <Text label={t('templates.source')} value={source} set={(text) => set({ source: text })} most={500} />
      <p>
        <label><input type="checkbox" checked={practice} onChange={(e) => set({ practice: e.target.checked })} /> {t('templates.practice')}</label>{' '}
        {template && <label><input type="checkbox" checked={retired} onChange={(e) => set({ retired: e.target.checked })} /> {t('templates.retired')}</label>}
      </p>
    </ActForm>
  );
}

function Text({ label, value, set, most, optional = false }: { label: string; value: string; set: (text: string) => void; most: number; optional?: boolean }) {
  return <label className="field">{label}{!optional && <span className="required">{t('form.required')}</span>} <Input maxLength={most} value={value} onChange={(e) => set(e.target.value)} /></label>;
}

function Choice({ label, prefix, values, value, set }: { label: string; prefix: string; values: Record<string, string | number>; value: number; set: (value: number) => void }) {
  return <label>{label} <select value={String(values[value])} onChange={(e) => set(Number(values[e.target.value]))}>{names(prefix, values).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select></label>;
}
