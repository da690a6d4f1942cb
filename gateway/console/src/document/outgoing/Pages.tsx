import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { saveAs } from '~/document/files';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { PageFileFormat } from '~/gen/backoffice/document/v1/outgoing_pages_pb';
import { t } from '~/texts/texts';
import { pages, usePage } from './outgoing';

/** 版式: page by page as printed, by the same layout as the PDF. */
export function Pages({ document }: { document: OutgoingDocument }) {
  const [page, setPage] = useState(1);
  const shown = usePage(document, page);
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (shown.data === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([shown.data.content as BlobPart], { type: shown.data.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown.data]);
  const load = useCall(async (format: PageFileFormat) => {
    const file = await pages.renderOutgoingDocument({ name: document.name, format });
    saveAs([file.content], file.mediaType, `${document.title}.${format === PageFileFormat.PDF ? 'pdf' : 'docx'}`);
  }, () => undefined);
  const count = shown.data?.pageCount ?? 1;
  return (
    <>
      <p className="pager">
        <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>{t('pages.previous')}</Button>
        <span role="status">{t('pages.of', { page, count })}</span>
        <Button size="small" disabled={page >= count} onClick={() => setPage(page + 1)}>{t('pages.next')}</Button>
        <span className="space" />
        <Button size="small" loading={load.busy} onClick={() => load.run(PageFileFormat.PDF)}>PDF</Button>
        <Button size="small" loading={load.busy} onClick={() => load.run(PageFileFormat.DOCX)}>DOCX</Button>
      </p>
      {load.refusal && <RefusalNotice refusal={load.refusal} />}
      {shown.error !== null && <RefusalNotice refusal={refusalOf(shown.error)} />}
      {address && <img className="sheet" src={address} alt={t('pages.alt', { title: document.title, page })} />}
      {document.body && <details><summary>{t('pages.text')}</summary><div className="body">{document.body.split('\n').map((line, i) => <p key={i}>{line}</p>)}</div></details>}
    </>
  );
}
