import { Button } from 'antd';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { chosen, saveStream, type Chosen } from '~/document/files';
import { useReread } from '~/document/matters/matters';
import { AttachmentService } from '~/gen/backoffice/document/v1/attachments_pb';
import type { Attachment, IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';

const client = clientOf(AttachmentService);

/** Files held with a document; a download is a logged act. */
export function Attachments({ document }: { document: IncomingDocument }) {
  const me = useMe();
  const reread = useReread();
  const add = useCall(async ({ file }: Chosen, requestId) => client.addAttachment({ parent: document.name, fileName: file.name, content: new Uint8Array(await file.arrayBuffer()), requestId }), reread);
  const load = useCall((file: Attachment) => saveStream(client.downloadAttachment({ name: file.name }), file.mediaType, file.fileName), () => undefined);
  const mayAdd = mayCall(me, AttachmentService.method.addAttachment);
  if (document.attachments.length === 0 && document.attachmentTitles.length === 0 && !mayAdd) return null;
  return (
    <section className="attachments" aria-label={t('attachments.title')}>
      <h2>{t('attachments.title')}</h2>
      {document.attachmentTitles.length > 0 && <ol>{document.attachmentTitles.map((title) => <li key={title}>{title}</li>)}</ol>}
      <ul>
        {document.attachments.map((file) => (
          <li key={file.name}><Button type="link" size="small" disabled={!mayCall(me, AttachmentService.method.downloadAttachment)} onClick={() => load.run(file)}>{file.fileName}</Button> <small>{t('attachments.size', { size: Math.ceil(Number(file.sizeBytes) / 1024) })}</small></li>
        ))}
      </ul>
      {mayAdd && <label className="add-file">{t('attachments.add')}<input className="unseen" type="file" onChange={(e) => { const file = e.target.files?.[0]; if (file) add.run(chosen(file)); }} /></label>}
      {add.refusal && <RefusalNotice refusal={add.refusal} />}
      {load.refusal && <RefusalNotice refusal={load.refusal} />}
    </section>
  );
}
