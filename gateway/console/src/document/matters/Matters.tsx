import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { subjectPath } from '~/coordination/inbox/inbox';
import { names } from '~/document/marks';
import { ExportButtons } from '~/frame/ExportButtons';
import { useAddress } from '~/frame/address';
import { everyPage } from '~/frame/everyPage';
import { MatterState, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t, type TextKey } from '~/texts/texts';
import { exactly, when } from '~/texts/times';
import { History } from './History';
import { matterClient, useMatter } from './matters';

const stateOf = (matter: Matter): string => t(`matter.${MatterState[matter.state]}` as TextKey);
const procedureOf = (matter: Matter): string => t('matters.version', { procedure: matter.procedureTitle, version: matter.procedureVersion });

/** 历次办理: every matter that one document went through, by procedure and state, and what was done in the one looked at. */
export default function Matters() {
  const name = `matters/${useParams()['id']}`;
  const directory = useDirectory();
  const { search, change } = useAddress();
  const [procedure, state] = [search.get('procedure') ?? '', search.get('state') ?? ''];
  const one = useMatter(name);
  const subject = one.data?.subject ?? '';
  const list = useInfiniteQuery({
    queryKey: ['matter', 'of', subject],
    initialPageParam: '',
    queryFn: ({ pageParam }) => matterClient.listMatters({ subject, pageSize: 50, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    enabled: subject !== '',
  });
  const error = one.error ?? list.error;
  if (error !== null) return <RefusalNotice refusal={refusalOf(error)} />;
  if (one.data === undefined || list.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const all = list.data.pages.flatMap((page) => page.matters);
  const fits = (matter: Matter) => (procedure === '' || matter.procedure === procedure) && (state === '' || MatterState[matter.state] === state);
  const heads = [t('matters.procedure'), t('matters.state'), t('matters.step'), t('matters.holder'), t('matters.starter'), t('matters.start'), t('matters.end')];
  const cells = (matter: Matter, time: typeof when) => [stateOf(matter), matter.stepTitle, matter.holderPost && postWithHolder(directory, matter.holderPost), matter.starter?.displayName ?? '', time(matter.startTime), time(matter.endTime)];
  const rows = all.filter(fits);
  const procedures = [...new Map(all.map((matter) => [matter.procedure, matter.procedureTitle]))];
  return (
    <section className="page" aria-label={t('matters.title')}>
      <header><h1>{t('matters.title')}</h1><span className="space" /><Link to={subjectPath(subject)}>{one.data.title || t('desk.openPage')}</Link></header>
      <div className="filters">
        <label>{t('matters.procedure')} <select value={procedure} onChange={(e) => change({ procedure: e.target.value })}><option value="">{t('matters.all')}</option>{procedures.map(([id, title]) => <option key={id} value={id}>{title}</option>)}</select></label>
        <label>{t('matters.state')} <select value={state} onChange={(e) => change({ state: e.target.value })}><option value="">{t('matters.all')}</option>{names('matter', MatterState).map((s) => <option key={s.value} value={s.value}>{s.label}</option>)}</select></label>
        <span className="space" />
        <ExportButtons name={`${t('matters.title')} ${one.data.title}`} table={async () => ({
          header: heads,
          rows: (await everyPage((pageToken) => matterClient.listMatters({ subject, pageSize: 100, pageToken }))).flatMap((page) => page.matters).filter(fits).map((matter) => [procedureOf(matter), ...cells(matter, exactly)]),
        })} />
      </div>
      {rows.length === 0 && <p className="empty">{t('matters.none')}</p>}
      {rows.length > 0 && (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('matters.title')}>
          <table className="plain">
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {rows.map((matter) => (
                <tr key={matter.name} className={matter.name === name ? 'chosen' : ''}>
                  <th scope="row">{matter.name === name ? procedureOf(matter) : <Link to={`/${matter.name}`} replace>{procedureOf(matter)}</Link>} <Link to={`/procedures/${matter.procedure}?version=${matter.procedureVersion}`}><small>{t('matters.steps')}</small></Link></th>
                  {cells(matter, when).map((cell, i) => <td key={heads[i + 1]}>{i === 0 ? <span className={`state ${matter.state === MatterState.COMPLETED ? 'CLOSED' : matter.state === MatterState.TERMINATED ? 'CANCELLED' : ''}`}>{cell}</span> : cell}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
      <History matter={name} open />
    </section>
  );
}
