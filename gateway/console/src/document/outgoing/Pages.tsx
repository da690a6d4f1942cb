import { Button } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { saveAs } from '~/document/files';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { PageFileFormat } from '~/gen/backoffice/document/v1/outgoing_pages_pb';
import { t } from '~/texts/texts';
import { pages, usePage } from './outgoing';
import { Pager, Sheet } from './Sheet';

/** 版式: page by page as printed, by the same layout as the PDF. */
export function Pages({ document }: { document: OutgoingDocument }) {
  const [page, setPage] = useState(1);
  const shown = usePage(document, page);
  const load = useCall(async (format: PageFileFormat) => {
    const file = await pages.renderOutgoingDocument({ name: document.name, format });
    saveAs([file.content], file.mediaType, `${document.title}.${format === PageFileFormat.PDF ? 'pdf' : 'docx'}`);
  }, () => undefined);
  const count = shown.data?.pageCount ?? 1;
  return (
    <>
      <Pager page={page} count={count} go={setPage}>
        <Button size="small" loading={load.busy} onClick={() => load.run(PageFileFormat.PDF)}>PDF</Button>
        <Button size="small" loading={load.busy} onClick={() => load.run(PageFileFormat.DOCX)}>DOCX</Button>
      </Pager>
      {load.refusal && <RefusalNotice refusal={load.refusal} />}
      {shown.error !== null && <RefusalNotice refusal={refusalOf(shown.error)} />}
      <Sheet shown={shown.data} title={document.title} page={page} />
      {document.body && <details><summary>{t('pages.text')}</summary><div className="body">{document.body.split('\n').map((line, i) => <p key={i}>{line}</p>)}</div></details>}
    </>
  );
}
