import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { useReread } from '~/document/matters/matters';
import { DispatchService, type Dispatch } from '~/gen/backoffice/document/v1/dispatches_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { InvalidityKind } from '~/gen/backoffice/document/v1/validity_pb';
import type { TextKey } from '~/texts/texts';
import { dispatches, receiptOf } from './DispatchLedger';
import { OutgoingPlaces } from './OutgoingPlaces';

/** 待签收: what was sent to the caller's unit, signed for one by one. */
export default function Received() {
  const [outstandingOnly, setOutstanding] = useState(true);
  const list = useInfiniteQuery({
    queryKey: ['outgoing', 'received', outstandingOnly],
    initialPageParam: '',
    queryFn: ({ pageParam }) => dispatches.listReceivedDispatches({ pageSize: 50, pageToken: pageParam, outstandingOnly }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: 15_000,
  });
  const rows = list.data?.pages.flatMap((page) => page.dispatches) ?? [];
  return (
    <section className="register" aria-label={t('received.title')}>
      <header><h1>{t('received.title')}</h1></header>
      <OutgoingPlaces />
      <div className="filters"><label><input type="checkbox" checked={outstandingOnly} onChange={(e) => setOutstanding(e.target.checked)} /> {t('received.outstanding')}</label></div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t('received.empty')}</p>}
      <ul className="received">{rows.map((row) => <Row key={row.name} dispatch={row} />)}</ul>
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Row({ dispatch }: { dispatch: Dispatch }) {
  const me = useMe();
  const reread = useReread();
  const call = useCall((name: string, requestId) => dispatches.signForDispatch({ name, requestId }), reread);
  const document = dispatch.name.split('/').slice(0, 2).join('/').replace('outgoingDocuments', 'outgoing');
  const urging = dispatch.urgings.at(-1);
  return (
    <li>
      <p><Link to={`/${document}`}>{dispatch.title}</Link> {dispatch.documentNumber}</p>
      <p className="facts">
        <span>{when(dispatch.dispatchTime)}</span> <span>{t('received.copies', { count: dispatch.copyCount })}</span> <span>{receiptOf(dispatch)} {when(dispatch.signForTime)}</span>
        {urging && <span className="due today"> {t('received.urged', { time: when(urging.time) })}{urging.note && `：${urging.note}`}</span>}
        {dispatch.invalidity && <span className="wrong"> {t(`invalidity.${InvalidityKind[dispatch.invalidity.kind]}` as TextKey)}：{dispatch.invalidity.reason}</span>}
      </p>
      {dispatch.signForTime === undefined && dispatch.invalidity === undefined && mayCall(me, DispatchService.method.signForDispatch) && (
        <Button type="primary" loading={call.busy} onClick={() => call.run(dispatch.name)} aria-label={t('received.signFor', { title: dispatch.title })}>{t('received.sign')}</Button>
      )}
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={reread} />}
    </li>
  );
}
