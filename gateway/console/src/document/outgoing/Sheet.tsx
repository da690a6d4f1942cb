import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { RenderOutgoingDocumentResponse } from '~/gen/backoffice/document/v1/outgoing_pages_pb';
import { t } from '~/texts/texts';

interface PagerProps {
  page: number;
  count: number;
  go: (page: number) => void;
  children: ReactNode;
}

/** From page to page, and what else can be done with them. */
export const Pager = ({ page, count, go, children }: PagerProps) => (
  <p className="pager">
    <Button size="small" disabled={page <= 1} onClick={() => go(page - 1)}>{t('pages.previous')}</Button>
    <span role="status">{t('pages.of', { page, count })}</span>
    <Button size="small" disabled={page >= count} onClick={() => go(page + 1)}>{t('pages.next')}</Button>
    <span className="space" />
    {children}
  </p>
);

interface SheetProps {
  shown: RenderOutgoingDocumentResponse | undefined;
  title: string;
  page: number;
}

/** One page as it was laid out, as an image. */
export function Sheet({ shown, title, page }: SheetProps) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (shown === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([shown.content as BlobPart], { type: shown.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown]);
  return address === '' ? null : <img className="sheet" src={address} alt={t('pages.alt', { title, page })} />;
}
