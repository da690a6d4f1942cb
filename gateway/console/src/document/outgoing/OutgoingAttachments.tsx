import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { chosen, saveStream, type Chosen } from '~/document/files';
import { HiddenContentKind, OutgoingAttachmentService, type OutgoingAttachment } from '~/gen/backoffice/document/v1/outgoing_attachments_pb';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';

const client = clientOf(OutgoingAttachmentService);
const most = 16 * 1024 * 1024;

/** 附件 sent as files: what is hidden in one is told, and a clean copy takes its place before it leaves the house. */
export function OutgoingAttachments({ document, mayChange }: { document: OutgoingDocument; mayChange: boolean }) {
  const me = useMe();
  const queries = useQueryClient();
  const key = ['outgoing', document.name, 'attachments'];
  const files = useQuery({ queryKey: key, queryFn: async () => (await client.listOutgoingAttachments({ parent: document.name, pageSize: 200 })).attachments }).data ?? [];
  const reread = () => void queries.invalidateQueries({ queryKey: ['outgoing', document.name] });
  const [tooLong, setTooLong] = useState('');
  const add = useCall(async ({ file, fileName }: Chosen, requestId) => client.addOutgoingAttachment({ parent: document.name, fileName, content: new Uint8Array(await file.arrayBuffer()), requestId }), reread);
  const drop = useCall((name: string, requestId) => client.removeOutgoingAttachment({ name, requestId }), reread);
  const clean = useCall((name: string, requestId) => client.cleanOutgoingAttachment({ name, requestId }), reread);
  const load = useCall((file: OutgoingAttachment) => saveStream(client.downloadOutgoingAttachment({ name: file.name }), file.mediaType, file.fileName), () => undefined);
  const changes = mayChange && document.state < OutgoingDocumentState.SIGNED && mayCall(me, OutgoingAttachmentService.method.addOutgoingAttachment);
  const cleans = mayChange && document.state < OutgoingDocumentState.DISPATCHED && mayCall(me, OutgoingAttachmentService.method.cleanOutgoingAttachment);
  if (files.length === 0 && !changes) return null;
  const choose = (file: File | undefined) => {
    setTooLong(file && file.size > most ? file.name : '');
    if (file && file.size <= most) add.run(chosen(file));
  };
  return (
    <section className="attachments" aria-label={t('files.title')}>
      <h2>{t('files.title')}</h2>
      {files.length === 0 && <p className="empty">{t('files.none')}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.name}>
            <Button type="link" size="small" onClick={() => load.run(file)}>{file.fileName}</Button> <small>{t('attachments.size', { size: Math.ceil(Number(file.sizeBytes) / 1024) })}</small>
            {file.cleanedFrom && <small className="fine"> {t('files.clean')}</small>}
            {file.replacedBy && <small> {t('files.replaced')}</small>}
            {file.hiddenContents.length > 0 && !file.replacedBy && (
              <small className="wrong"> {t('files.hidden', { what: file.hiddenContents.map((h) => `${t(`hidden.${HiddenContentKind[h.kind]}` as TextKey)} ${h.count}`).join('、') })}</small>
            )}
            {cleans && file.hiddenContents.length > 0 && !file.replacedBy && <Button size="small" onClick={() => clean.run(file.name)}>{t('files.makeClean')}</Button>}
            {changes && <Button size="small" type="text" danger aria-label={t('files.drop', { name: file.fileName })} onClick={() => drop.run(file.name)}>×</Button>}
          </li>
        ))}
      </ul>
      {changes && <label className="add-file">{add.busy ? t('files.adding') : t('attachments.add')}<input className="unseen" type="file" disabled={add.busy} onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} /></label>}
      {tooLong && <p role="alert" className="wrong">{t('files.tooLong', { name: tooLong })}</p>}
      {[add, drop, clean, load].map((call, i) => call.refusal && <RefusalNotice key={i} refusal={call.refusal} />)}
    </section>
  );
}
