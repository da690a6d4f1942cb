import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { Citation, RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { inForce, personName, postTitle, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { subjectPath } from '~/coordination/inbox/inbox';
import { ExportButtons } from '~/frame/ExportButtons';
import { everyPage } from '~/frame/everyPage';
import { DelegationService } from '~/gen/backoffice/coordination/v1/delegations_pb';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { DepartureService, HoldingKind, type Holding } from '~/gen/backoffice/document/v1/departures_pb';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { exactly, when } from '~/texts/times';
import '~/frame/duties.css';

const departures = clientOf(DepartureService);

const kindOf = (holding: Holding): string => t(`holding.${HoldingKind[holding.kind]}` as TextKey);
/** A document that the caller may not see has no title. */
const titleOf = (holding: Holding): string => holding.title || t('departure.hidden');

/** Where it goes: what a post holds waits for whoever holds the post next; what a person holds has to be done by that person. */
function nextOf(directory: Directory | undefined, holding: Holding): string {
  if (holding.kind === HoldingKind.DRAFT) return t('departure.draftGoes');
  return holding.post === '' ? t('departure.readingGoes') : t('departure.postGoes', { post: postTitle(directory, holding.post) });
}

/** 离岗清退: what somebody who leaves still holds here, and who goes on with it. */
export default function Departure() {
  const name = `people/${useParams()['id']}`;
  const directory = useDirectory();
  const list = useInfiniteQuery({
    queryKey: ['departure', name],
    initialPageParam: '',
    queryFn: ({ pageParam }) => departures.checkDeparture({ name, pageSize: 50, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    staleTime: 0,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.holdings) ?? [];
  return (
    <section className="page" aria-label={t('departure.title')}>
      <header>
        <h1>{t('departure.of', { person: personName(directory, name) })}</h1>
        {first && <span className="total" role="status">{t('list.total', { count: first.heldCount })}</span>}
        <span className="space" /><Link to="/organisation">{t('nav.organisation')}</Link>
      </header>
      <p className="facts">{t('departure.hint')}</p>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {first && first.heldCount === 0 && <p className="fine" role="status">{t('departure.nothing')}</p>}
      {first?.findings.map((finding) => <div key={finding.ruleId} className="wanting-rule"><Citation citation={finding} /></div>)}
      {rows.length > 0 && <Holdings rows={rows} name={name} />}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
      {first && directory && <PostsGo directory={directory} person={name} />}
    </section>
  );
}

function Holdings({ rows, name }: { rows: Holding[]; name: string }) {
  const directory = useDirectory();
  const heads = [t('departure.kind'), t('departure.document'), t('departure.post'), t('departure.since'), t('departure.goes')];
  const every = async () => (await everyPage((pageToken) => departures.checkDeparture({ name, pageSize: 1000, pageToken }))).flatMap((page) => page.holdings);
  return (
    <>
      <div className="scroll" role="region" tabIndex={0} aria-label={t('departure.title')}>
        <table className="plain">
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.subject + row.matter + i}>
                <td className="nowrap">{kindOf(row)}</td><td>{row.title ? <Link to={subjectPath(row.subject)}>{row.title}</Link> : <em>{titleOf(row)}</em>}</td>
                <td>{row.post ? postTitle(directory, row.post) : t('form.inPerson')}</td><td className="nowrap">{when(row.assignTime)}</td><td>{nextOf(directory, row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ExportButtons name={`${t('departure.title')} ${personName(directory, name)}`} table={async () => ({
        header: heads,
        rows: (await every()).map((row) => [kindOf(row), titleOf(row), row.post ? postTitle(directory, row.post) : t('form.inPerson'), exactly(row.assignTime), nextOf(directory, row)]),
      })} />
    </>
  );
}

/** 岗位去向: who else holds each post, who stands in for it, and whether its work is delegated. */
function PostsGo({ directory, person }: { directory: Directory; person: string }) {
  const me = useMe();
  const held = directory.people.find((one) => one.name === person)?.posts ?? [];
  const others = (post: string) => directory.people.filter((one) => !one.left && one.name !== person && one.posts.includes(post)).map((one) => one.displayName).join('、');
  const delegates = me.roles.includes(Role.OFFICE_DIRECTOR) && mayCall(me, DelegationService.method.createDelegation);
  if (held.length === 0) return <p className="empty">{t('departure.noPosts')}</p>;
  return (
    <section aria-label={t('departure.posts')}>
      <h2>{t('departure.posts')}</h2>
      <div className="scroll" role="region" tabIndex={0} aria-label={t('departure.posts')}>
        <table className="plain">
          <thead><tr>{(['departure.post', 'departure.others', 'departure.backup', 'departure.delegated'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr></thead>
          <tbody>
            {held.map((post) => {
              const backup = directory.posts.find((one) => one.name === post)?.backupPost ?? '';
              const delegation = directory.delegations.find((one) => one.post === post && inForce(one));
              return (
                <tr key={post}>
                  <th scope="row">{postTitle(directory, post)}</th><td>{others(post) || <em>{t('departure.noOther')}</em>}</td><td>{backup ? postWithHolder(directory, backup) : '—'}</td>
                  <td>{delegation ? <Link to={`/${delegation.name}`}>{t('organisation.delegated', { deputy: postWithHolder(directory, delegation.deputyPost), until: when(delegation.endTime) })}</Link> : delegates ? <Link to={`/delegations?of=${post}`}>{t('delegation.new')}</Link> : '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
