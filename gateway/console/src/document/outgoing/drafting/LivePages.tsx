import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { PageFileFormat } from '~/gen/backoffice/document/v1/outgoing_pages_pb';
import { t } from '~/texts/texts';
import { pages } from '../outgoing';
import { Pager, Sheet } from '../Sheet';

interface Props {
  document: OutgoingDocument;
  /** Whose working copy is shown; empty for the document as it was saved. */
  editor: string;
  /** Changes with what is kept. */
  state: number;
  pending: boolean;
}

/** 版面: the red-header page beside the text, laid out by what makes the PDF, as soon as what was typed is kept. */
export function LivePages({ document, editor, state, pending }: Props) {
  const [page, setPage] = useState(1);
  const shown = useQuery({
    queryKey: ['outgoing', document.name, 'page', document.etag, editor, editor === '' ? 0 : state, page],
    queryFn: () => pages.renderOutgoingDocument({ name: document.name, format: PageFileFormat.PNG, page, dotsPerInch: 110, editor }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
  const count = shown.data?.pageCount ?? 1;
  // A text that became shorter has lost its last page.
  const refusal = shown.error === null ? undefined : refusalOf(shown.error);
  useEffect(() => {
    if (refusal?.reason === 'PAGE_NOT_FOUND' && page > 1) setPage(1);
  }, [refusal?.reason, page]);
  return (
    <section className="live-pages" aria-label={t('draft.page')}>
      <Pager page={page} count={count} go={setPage}>
        <small>{t(pending || shown.isFetching ? 'draft.pageBehind' : 'draft.pageNow')}</small>
      </Pager>
      {refusal && refusal.reason !== 'PAGE_NOT_FOUND' && <RefusalNotice refusal={refusal} />}
      {shown.data?.fontNotices.some((n) => n.characters !== '') && (
        <p className="wrong">{t('draft.noGlyph', { characters: shown.data.fontNotices.map((n) => n.characters).join('') })}</p>
      )}
      <Sheet shown={shown.data} title={document.title} page={page} />
    </section>
  );
}
