import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ResourceForm } from '~/calls/ResourceForm';
import { myPosts, postTitle, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { ExportButtons } from '~/frame/ExportButtons';
import { useAddress } from '~/frame/address';
import { DelegationService, type Delegation } from '~/gen/backoffice/coordination/v1/delegations_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { minuteOf, when } from '~/texts/times';
import { delegationKind } from './delegation';
import { everyDelegation, heldPosts, mayDelegate, pathOf, sheetOf, standingOf, useDelegations, useEveryDelegation } from './delegations';
import '~/frame/duties.css';

/** 委托代理: what the caller's posts gave and received, or all of the bureau's. */
export default function Delegations() {
  const me = useMe();
  const directory = useDirectory();
  const { search, change } = useAddress();
  const [all, current] = [search.get('view') === 'all', search.get('current') === 'yes'];
  const list = useDelegations(current, all);
  const every = useEveryDelegation(current, !all);
  const read = (all ? list.data?.pages.flatMap((page) => page.delegations) : every.data) ?? [];
  const error = list.error ?? every.error;
  const mine = myPosts(directory, me.account).map((post) => post.name);
  const concerns = (d: Delegation) => all || mine.includes(d.post) || mine.includes(d.deputyPost);
  return (
    <section className="register" aria-label={t('nav.delegations')}>
      <header><h1>{t('nav.delegations')}</h1><span className="total">{t('delegation.hint')}</span></header>
      {directory && <NewDelegation of={search.get('of') ?? ''} mine={mine} />}
      <div className="filters">
        <label>{t('delegation.shown')}{' '}
          <select value={all ? 'all' : ''} onChange={(e) => change({ view: e.target.value })}><option value="">{t('delegation.mine')}</option><option value="all">{t('delegation.all')}</option></select>
        </label>
        <label><input type="checkbox" checked={current} onChange={(e) => change({ current: e.target.checked ? 'yes' : '' })} /> {t('delegation.currentOnly')}</label>
        <span className="space" />
        <ExportButtons name={t('nav.delegations')} table={async () => sheetOf(directory, (await everyDelegation(current)).filter(concerns))} />
      </div>
      {error !== null && <RefusalNotice refusal={refusalOf(error)} />}
      {(all ? list : every).isSuccess && directory && (all
        ? <Listed title={t('delegation.all')} rows={read} empty={t('delegation.none')} />
        : (
          <>
            <Listed title={t('delegation.given')} rows={read.filter((d) => mine.includes(d.post))} empty={t('delegation.noneGiven')} />
            <Listed title={t('delegation.received')} rows={read.filter((d) => mine.includes(d.deputyPost))} empty={t('delegation.noneReceived')} />
          </>
        ))}
      {all && list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

/** The form, where the caller has a post to give; it is open already where the address names the post. */
function NewDelegation({ of, mine }: { of: string; mine: string[] }) {
  const me = useMe();
  const directory = useDirectory();
  const go = useNavigate();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Date | undefined>(of === '' ? undefined : new Date());
  const own = mayDelegate(directory, me);
  if (!mayCall(me, DelegationService.method.createDelegation) || own.length === 0) return null;
  if (opened === undefined) return <p className="buttons"><Button type="primary" onClick={() => setOpened(new Date())}>{t('delegation.new')}</Button></p>;
  const done = async (name: string) => {
    await Promise.all(['delegations', 'directory'].map((what) => queries.invalidateQueries({ queryKey: [what] })));
    await go(`/${name}`);
  };
  return (
    <ResourceForm kind={delegationKind(own, heldPosts(directory))} begins={{ post: own.includes(of) ? of : mine.length === 1 ? mine[0]! : '', start: minuteOf(opened) }}
      done={(name) => void done(name)} cancel={() => setOpened(undefined)} />
  );
}

function Listed({ title, rows, empty }: { title: string; rows: Delegation[]; empty: string }) {
  const directory = useDirectory();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="empty">{empty}</p> : (
        <div className="scroll" role="region" tabIndex={0} aria-label={title}>
          <table className="plain">
            <thead><tr>{(['delegation.post', 'delegation.deputy', 'delegation.start', 'delegation.end', 'delegation.reason', 'delegation.standing'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr></thead>
            <tbody>
              {rows.map((d) => (
                <tr key={d.name}>
                  <th scope="row"><Link to={pathOf(d)}>{postTitle(directory, d.post)}</Link></th><td>{postWithHolder(directory, d.deputyPost)}</td>
                  <td className="nowrap">{when(d.startTime)}</td><td className="nowrap">{when(d.endTime)}</td><td>{d.reason}</td><td><Standing of={d} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function Standing({ of }: { of: Delegation }) {
  const standing = standingOf(of);
  return <span className={`state ${standing === 'CURRENT' ? 'CLOSED' : standing === 'REVOKED' ? 'CANCELLED' : standing === 'OVER' ? 'past' : ''}`}>{t(`delegationStanding.${standing}`)}</span>;
}
