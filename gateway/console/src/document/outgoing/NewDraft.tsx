import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { chosen as pick, type Chosen } from '~/document/files';
import { useReread } from '~/document/matters/matters';
import { useDraft } from '~/frame/drafts';
import type { DraftTemplate } from '~/gen/backoffice/document/v1/draft_templates_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { LeftOutKind, type ImportOutgoingDocumentResponse } from '~/gen/backoffice/document/v1/outgoing_imports_pb';
import { t, type TextKey } from '~/texts/texts';
import { imports } from './drafting/ImportHere';
import { documents } from './outgoing';
import { templates, templatesInUse } from './templates/templates';

const editing = (name: string): string => `/${name.replace('outgoingDocuments', 'outgoing')}/edit`;

/** 新拟文稿: from a template, from a file, or from an empty page. */
export default function NewDraft() {
  const reread = useReread();
  const go = useNavigate();
  const begun = (document: OutgoingDocument | undefined) => {
    reread();
    void go(editing(document!.name));
  };
  const read = useQuery({ ...templatesInUse, staleTime: 300_000 });
  const [chosen, choose] = useState<DraftTemplate | undefined>();
  return (
    <section className="page" aria-label={t('new.title')}>
      <header><h1>{t('new.title')}</h1><span className="space" /><Link to="/outgoing">{t('nav.outgoing')}</Link></header>
      <div className="beginnings">
        <Empty begun={begun} />
        <FromFile begun={begun} />
      </div>
      <h2>{t('new.fromTemplate')}</h2>
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {chosen ? <FromTemplate key={chosen.name} template={chosen} begun={begun} cancel={() => choose(undefined)} /> : (
        <ul className="templates">
          {(read.data ?? []).map((template) => (
            <li key={template.name}>
              <button type="button" onClick={() => choose(template)}>
                <strong>{template.displayName}</strong> <small>{t(`genre.${DocumentGenre[template.genre]}` as TextKey)}</small>
                <small>{template.title.replace(/\{\w+\}/g, '…')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Empty({ begun }: { begun: (document: OutgoingDocument | undefined) => void }) {
  const [title, setTitle] = useDraft('new-draft');
  const call = useCall((sent: string, requestId) => documents.createOutgoingDocument({ outgoingDocument: { title: sent }, requestId }), (answer) => {
    setTitle('');
    begun(answer.outgoingDocument);
  });
  return (
    <form className="act" aria-label={t('new.empty')} onSubmit={(e) => { e.preventDefault(); call.run(title.trim()); }}>
      <h2>{t('new.empty')}</h2>
      <label className="field">{t('incoming.title')} <Input value={title} maxLength={500} required placeholder={t('new.titleHint')} onChange={(e) => setTitle(e.target.value)} /></label>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <p className="buttons"><Button type="primary" htmlType="submit" disabled={title.trim() === ''} loading={call.busy}>{t('new.begin')}</Button></p>
    </form>
  );
}

function FromFile({ begun }: { begun: (document: OutgoingDocument | undefined) => void }) {
  const [read, setRead] = useState<ImportOutgoingDocumentResponse | undefined>();
  const call = useCall(
    async ({ file, fileName }: Chosen, requestId) => imports.importOutgoingDocument({ fileName, content: new Uint8Array(await file.arrayBuffer()), requestId }),
    (answer) => (answer.leftOut.length > 0 || answer.insertionCount + answer.deletionCount > 0 ? setRead(answer) : begun(answer.outgoingDocument)),
  );
  return (
    <section className="act" aria-label={t('new.fromFile')}>
      <h2>{t('new.fromFile')}</h2>
      <p>{t('new.fileHint')}</p>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {read ? (
        <>
          <p role="status">{t('new.leftOut', { what: read.leftOut.map((l) => `${t(`leftOut.${LeftOutKind[l.kind]}` as TextKey)} ${l.count}`).join('、') || '—', changes: read.insertionCount + read.deletionCount })}</p>
          <Button type="primary" onClick={() => begun(read.outgoingDocument)}>{t('new.goOn')}</Button>
        </>
      ) : <label className="add-file">{call.busy ? t('files.adding') : t('new.choose')}<input className="unseen" type="file" accept=".docx,.txt" disabled={call.busy} onChange={(e) => { const file = e.target.files?.[0]; if (file) call.run(pick(file)); e.target.value = ''; }} /></label>}
    </section>
  );
}

/** Field by field, as the template asks; what is left empty stands in the text as 【…】. */
function FromTemplate({ template, begun, cancel }: { template: DraftTemplate; begun: (document: OutgoingDocument | undefined) => void; cancel: () => void }) {
  const [kept, keep] = useDraft(`new-draft.${template.name}`);
  const values = JSON.parse(kept || '{}') as Record<string, string>;
  const call = useCall(
    (input: { name: string; values: { field: string; value: string }[] }, requestId) => templates.draftFromTemplate({ ...input, requestId }),
    (answer) => {
      keep('');
      begun(answer.outgoingDocument);
    },
  );
  const filled = template.fields.filter((field) => values[field.id]).map((field) => ({ field: field.id, value: values[field.id]! }));
  return (
    <form className="act template" aria-label={template.displayName} onSubmit={(e) => { e.preventDefault(); call.run({ name: template.name, values: filled }); }}>
      <h3>{template.displayName}</h3>
      <p className="source"><small>{template.source}</small></p>
      {template.fields.map((field, i) => (
        <label key={field.id} className="field">
          {field.displayName}
          <Input.TextArea autoFocus={i === 0} rows={1} value={values[field.id] ?? ''} placeholder={field.example} onChange={(e) => keep(JSON.stringify({ ...values, [field.id]: e.target.value }))} />
        </label>
      ))}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <p className="buttons"><Button type="primary" htmlType="submit" loading={call.busy}>{t('new.begin')}</Button><Button onClick={cancel}>{t('form.cancel')}</Button></p>
    </form>
  );
}
