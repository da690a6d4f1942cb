import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Field } from '~/calls/Field';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { chosen, type Chosen } from '~/document/files';
import { names } from '~/document/marks';
import { useDraft } from '~/frame/drafts';
import { RetentionPeriod } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { t } from '~/texts/texts';
import { today } from '~/texts/times';
import { items } from './archive';

const empty = { title: '', creator: '', documentNumber: '', filingYear: '', retention: '' };
type Entry = typeof empty;

/** 归档: an item that comes from no matter of the suite, with its content; reference code and hash are given by the service. */
export default function FileItem() {
  const [kept, keep] = useDraft('file-item');
  const entry: Entry = { ...empty, filingYear: today().slice(0, 4), ...(JSON.parse(kept || '{}') as Partial<Entry>) };
  const [file, setFile] = useState<Chosen | undefined>();
  const go = useNavigate();
  const queries = useQueryClient();
  const set = (change: Partial<Entry>) => keep(JSON.stringify({ ...entry, ...change }));
  const call = useCall(async (sent: Entry & { content: Chosen }, requestId) => items.fileArchiveItem({
    archiveItem: {
      title: sent.title, creator: sent.creator, documentNumber: sent.documentNumber, filingYear: Number(sent.filingYear), fileName: sent.content.fileName,
      retentionPeriod: RetentionPeriod[(sent.retention || 'UNSPECIFIED') as keyof typeof RetentionPeriod],
    },
    content: new Uint8Array(await sent.content.file.arrayBuffer()),
    requestId,
  }), (result) => {
    keep('');
    void queries.invalidateQueries({ queryKey: ['archive'] });
    void go(`/${result.archiveItem!.name.replace('archiveItems', 'archive')}`);
  });
  return (
    <section className="page" aria-label={t('filing.title')}>
      <header><h1>{t('filing.title')}</h1><span className="space" /><Link to="/archive">{t('nav.archive')}</Link></header>
      <form className="entry" onSubmit={(e) => { e.preventDefault(); if (file) call.run({ ...entry, content: file }); }}>
        <Field className="title" label={t('archive.itemTitle')} name="title" refusal={call.refusal} required><Input value={entry.title} onChange={(e) => set({ title: e.target.value })} /></Field>
        <Field label={t('archive.creator')} name="creator" refusal={call.refusal}><Input value={entry.creator} onChange={(e) => set({ creator: e.target.value })} /></Field>
        <Field label={t('incoming.documentNumber')} name="document_number" refusal={call.refusal}><Input value={entry.documentNumber} onChange={(e) => set({ documentNumber: e.target.value })} /></Field>
        <Field label={t('archive.year')} name="filing_year" refusal={call.refusal} required><Input type="number" value={entry.filingYear} onChange={(e) => set({ filingYear: e.target.value })} /></Field>
        <Field label={t('archive.retention')} name="retention_period" refusal={call.refusal} required>
          <select value={entry.retention} onChange={(e) => set({ retention: e.target.value })}>
            <option value="">{t('form.choose')}</option>
            {names('retention', RetentionPeriod).map((r) => <option key={r.value} value={r.value}>{r.label}</option>)}
          </select>
        </Field>
        <Field label={t('archive.content')} name="content" refusal={call.refusal} required><input type="file" onChange={(e) => { const one = e.target.files?.[0]; setFile(one && chosen(one)); }} /></Field>
        {call.refusal && <RefusalNotice refusal={call.refusal} />}
        <p className="buttons"><Button type="primary" htmlType="submit" disabled={!file} loading={call.busy}>{t('filing.submit')}</Button></p>
      </form>
    </section>
  );
}
