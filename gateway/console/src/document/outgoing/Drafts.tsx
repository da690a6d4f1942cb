import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { isMe, useDirectory } from '~/coordination/directory/directory';
import { DeskTabs } from '~/coordination/inbox/DeskTabs';
import { useInboxCounts } from '~/coordination/inbox/inbox';
import { useKeys } from '~/frame/keys';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { documents } from './outgoing';
import { useState } from 'react';

const editing = (name: string): string => `/${name.replace('outgoingDocuments', 'outgoing')}/edit`;

/** 草稿: what the caller drafts and has not submitted. */
export default function Drafts() {
  const me = useMe();
  const go = useNavigate();
  const directory = useDirectory();
  const inbox = useInboxCounts();
  const list = useInfiniteQuery({
    queryKey: ['outgoing', 'list', 'drafts'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => documents.listOutgoingDocuments({ pageSize: 200, pageToken: pageParam, filter: 'state = DRAFTING' }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
  // Drafts of others are before whoever may let their breaches pass; they are not this person's.
  const drafts = (list.data?.pages.flatMap((page) => page.outgoingDocuments) ?? []).filter((d) => isMe(directory, me.account, d.drafter));
  const [at, setAt] = useState(-1);
  useKeys({
    j: () => setAt(Math.min(at + 1, drafts.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => drafts[at] && void go(editing(drafts[at].name)),
  });
  return (
    <div className="desk alone-list">
      <section aria-label={t('drafts.title')} className="list">
        <h1 className="unseen">{t('drafts.title')}</h1>
        <DeskTabs at="drafts" {...inbox} />
        <div className="filters"><span className="space" /><Link to="/outgoing/new"><Button type="primary" tabIndex={-1}>{t('new.title')}</Button></Link></div>
        {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
        {list.isSuccess && directory !== undefined && drafts.length === 0 && <p className="empty">{t('drafts.empty')}</p>}
        <ol className="items">
          {drafts.map((draft, i) => (
            <li key={draft.name} className={i === at ? 'chosen' : ''}>
              <button type="button" onClick={() => void go(editing(draft.name))}>
                <span className="title">{draft.title}</span>
                <span className="facts">{draft.genre > 0 && <span>{t(`genre.${DocumentGenre[draft.genre]}` as TextKey)}</span>}<span>{draft.mainRecipients}</span><span>{when(draft.updateTime)}</span>{draft.matter && <span className="kind">{t('drafts.returned')}</span>}</span>
              </button>
            </li>
          ))}
        </ol>
        {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
      </section>
    </div>
  );
}
