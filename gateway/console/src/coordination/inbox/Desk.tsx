import { Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { inForce, myPosts, postTitle, useDirectory } from '~/coordination/directory/directory';
import { useKeys } from '~/frame/keys';
import type { InboxItem } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { lightOf, when } from '~/texts/times';
import { DeskTabs } from './DeskTabs';
import { InboxRow } from './InboxRow';
import { keyOf, subjectPath, tabs, useDue, useInboxCounts, useInboxList } from './inbox';
import { ReadingPane } from './ReadingPane';

const JustDone = lazy(() => import('~/document/matters/JustDone'));

/** 办公桌: what waits for the caller on the left, the chosen matter on the right. */
export default function Desk() {
  const path = useParams()['tab'] ?? 'to-do';
  const tab = tabs.find((one) => one.path === path) ?? tabs[0];
  const [search, setSearch] = useSearchParams();
  const [order, setOrder] = useState('assign_time desc');
  const post = search.get('post') ?? '';
  const go = useNavigate();
  const { counts, live, away } = useInboxCounts();
  const list = useInboxList(tab, post, order);
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const [acted, setActed] = useState('');
  const [justDone, setJustDone] = useState<{ matter: string; title: string } | undefined>();
  const shown = items.filter((item) => keyOf(item) !== acted);
  // What is chosen moves with the key that is pressed; the address follows, so that the place can be come back to.
  const [wanted, want] = useState(search.get('item'));
  useEffect(() => want(new URLSearchParams(location.search).get('item')), [tab.path]);
  useEffect(() => {
    const next = new URLSearchParams(location.search);
    if (wanted === next.get('item')) return;
    if (wanted === null) next.delete('item');
    else next.set('item', wanted);
    setSearch(next, { replace: true });
  }, [wanted, setSearch]);
  const at = shown.findIndex((item) => keyOf(item) === wanted);
  const chosen = shown[at];

  const show = (item: InboxItem | undefined) => {
    want(item === undefined ? null : keyOf(item));
    if (item !== undefined) document.getElementById(keyOf(item))?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: 1 | -1) => show(shown[Math.max(0, Math.min(at + by, shown.length - 1))]);
  // What was acted on leaves the list at once; the one behind it takes its place.
  const afterActing = () => {
    if (chosen === undefined) return;
    setActed(keyOf(chosen));
    if (chosen.service === 'document') setJustDone({ matter: chosen.matter, title: chosen.title });
    show(shown[at + 1] ?? shown[at - 1]);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => chosen && void go(subjectPath(chosen.subject)),
    Escape: () => show(undefined),
  });

  return (
    <div className={chosen ? 'desk reading' : 'desk'}>
      <section aria-label={t('desk.title')} className="list">
        <h1 className="unseen">{t('desk.title')}</h1>
        <DelegationBanner />
        <DeskTabs at={tab.path} counts={counts} live={live} away={away} />
        {justDone && <Suspense><JustDone key={justDone.matter} {...justDone} close={() => setJustDone(undefined)} /></Suspense>}
        {tab.path === 'to-do' && <DueToday show={show} late={Number(counts.overdue)} />}
        <div className="filters">
          <PostFilter post={post} choose={(name) => setSearch(name ? { post: name } : {}, { replace: true })} />
          {tab.path === 'to-do' && <Link to="/desk/batch">{t('batch.title')}</Link>}
          <label>{t('list.order')}{' '}
            <select value={order} onChange={(e) => setOrder(e.target.value)}>
              <option value="assign_time desc">{t('desk.newest')}</option>
              <option value="assign_time">{t('desk.oldest')}</option>
              {tab.path !== 'started' && <option value="due_time">{t('desk.byDue')}</option>}
            </select>
          </label>
        </div>
        {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
        {list.isSuccess && shown.length === 0 && <p className="empty">{t(`desk.empty.${tab.path}`)}</p>}
        <ol className="items">
          {shown.map((item, index) => <InboxRow key={keyOf(item)} item={item} chosen={index === at} choose={() => show(item)} />)}
        </ol>
        {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
      </section>
      <section aria-label={t('desk.matter')} className="pane">
        {chosen
          ? <ReadingPane key={keyOf(chosen)} item={chosen} afterActing={afterActing} close={() => show(undefined)} />
          : <p className="empty">{t(shown.length > 0 ? 'desk.choose' : 'desk.nothingChosen')}</p>}
      </section>
    </div>
  );
}

/** Whoever holds several posts looks at the work of one of them, or of all. */
function PostFilter({ post, choose }: { post: string; choose: (post: string) => void }) {
  const directory = useDirectory();
  const posts = myPosts(directory, useMe().account);
  if (posts.length < 2) return <span className="space" />;
  return (
    <label className="post-filter">{t('desk.actingPost')}{' '}
      <select value={post} onChange={(e) => choose(e.target.value)}>
        <option value="">{t('desk.allPosts')}</option>
        {posts.map((p) => <option key={p.name} value={p.name}>{p.displayName}</option>)}
      </select>
    </label>
  );
}

/** 今日到期: how many, and the most pressing ones by name. */
function DueToday({ show, late }: { show: (item: InboxItem) => void; late: number }) {
  const due = (useDue().data ?? []).filter((item) => lightOf(item.task?.dueTime) === 'late' || lightOf(item.task?.dueTime) === 'today');
  if (due.length === 0) return <p className="due-today none">{t('desk.noneDue')}</p>;
  const ends = due.filter((item) => lightOf(item.task?.dueTime) === 'today').length;
  return (
    <p className="due-today" role="status">
      <strong>{t('desk.dueToday', { today: ends, late })}</strong>{' '}
      {due.slice(0, 3).map((item) => <button key={keyOf(item)} type="button" className="link" onClick={() => show(item)}>{item.title}</button>)}
    </p>
  );
}

/** Whose work the caller does for a time, and who does the caller's. */
function DelegationBanner() {
  const directory = useDirectory();
  const mine = myPosts(directory, useMe().account).map((p) => p.name);
  const present = directory?.delegations.filter((d) => inForce(d) && (mine.includes(d.post) || mine.includes(d.deputyPost))) ?? [];
  return present.map((d) => (
    <p key={d.name} className="delegation" role="status">
      {t(mine.includes(d.deputyPost) ? 'desk.deputy' : 'desk.delegated', { post: postTitle(directory, d.post), deputy: postTitle(directory, d.deputyPost), until: when(d.endTime), reason: d.reason })} <Link to={`/${d.name}`}>{t('nav.delegations')}</Link>
    </p>
  ));
}
