import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { t } from '~/texts/texts';
import { asDay } from '~/texts/times';
import { classification, pageOf } from './secrecy';
import { SecrecyPlaces } from './SecrecyPlaces';

/** 应审核的国家秘密, the oldest first; each is reviewed on the page of its document. */
export default function DueReviews() {
  const list = useInfiniteQuery({
    queryKey: ['secrecy', 'due'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => classification.listDueReviews({ pageSize: 100, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.dueReviews) ?? [];
  return (
    <section className="register" aria-label={t('reviews.title')}>
      <header><h1>{t('reviews.title')}</h1></header>
      <SecrecyPlaces />
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t('reviews.empty')}</p>}
      {rows.length > 0 && (
        <div className="scroll ledger" role="region" tabIndex={0} aria-label={t('list.table')}>
          <table>
            <thead><tr><th scope="col">{t('incoming.title')}</th><th scope="col">{t('secrecy.level')}</th><th scope="col">{t('reviews.last')}</th><th scope="col">{t('reviews.until')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.document}>
                  <th scope="row">{row.title ? <Link to={pageOf(row.document)}>{row.title}</Link> : t('reviews.outside')}</th>
                  <td>{row.printed}</td><td>{asDay(row.lastReviewDate)}</td><td>{asDay(row.declassifiedFrom)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}
