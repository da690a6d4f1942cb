import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { subjectPath } from '~/coordination/inbox/inbox';
import { documents as incoming } from '~/document/incoming/incoming';
import { names } from '~/document/marks';
import { documents as outgoing } from '~/document/outgoing/outgoing';
import { ExportButtons } from '~/frame/ExportButtons';
import { everyPage } from '~/frame/everyPage';
import { ArchiveItemService } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { FilingService, FilingState, type Filing } from '~/gen/backoffice/archive/v1/filings_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { exactly, when } from '~/texts/times';
import { items } from './archive';

const client = clientOf(FilingService);
const stateOf = (filing: Filing): string => t(`filingState.${FilingState[filing.state]}` as TextKey);
const kindOf = (filing: Filing): string => t(filing.source.startsWith('incoming') ? 'searchKind.incoming' : 'searchKind.outgoing');

/** 归档情况: what became of each document that is done with, what still waits, and why. */
export default function Filings() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('state') ?? '';
  const state = FilingState[chosen as keyof typeof FilingState] ?? FilingState.UNSPECIFIED;
  const list = useInfiniteQuery({
    queryKey: ['archive', 'filings', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) => client.listFilings({ pageSize: 25, pageToken: pageParam, state }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    // What waits is fetched by itself, some seconds after the document is done with.
    refetchInterval: 15_000,
  });
  const rows = list.data?.pages.flatMap((page) => page.filings) ?? [];
  const every = async () => (await everyPage((pageToken) => client.listFilings({ pageSize: 1000, pageToken, state }))).flatMap((page) => page.filings);
  const heads = [t('filings.document'), t('filings.state'), t('filings.reason'), t('filings.attempts'), t('filings.doneWith'), t('filings.decided')];
  return (
    <section className="register" aria-label={t('filings.title')}>
      <header>
        <h1>{t('filings.title')}</h1><span className="total">{t('filings.hint')}</span><span className="space" />
        {mayCall(me, ArchiveItemService.method.listArchiveItems) && <Link to="/archive">{t('nav.archive')}</Link>}
      </header>
      <div className="filters">
        <label>{t('filings.state')}{' '}
          <select value={chosen} onChange={(e) => setSearch(e.target.value ? { state: e.target.value } : {}, { replace: true })}>
            <option value="">{t('filings.all')}</option>{names('filingState', FilingState).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
          </select>
        </label>
        <span className="space" />
        <ExportButtons name={t('filings.title')} table={async () => ({
          header: [t('filings.kind'), ...heads],
          rows: (await every()).map((row) => [kindOf(row), row.source, stateOf(row), row.reason, row.attemptCount, exactly(row.createTime), exactly(row.fileTime)]),
        })} />
      </div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t(state === FilingState.UNSPECIFIED ? 'filings.empty' : 'list.nothingFound')}</p>}
      {rows.length > 0 && (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('filings.title')}>
          <table className="plain">
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>{rows.map((row) => <Row key={row.name} filing={row} />)}</tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Row({ filing }: { filing: Filing }) {
  const me = useMe();
  const waits = filing.state === FilingState.PENDING && filing.attemptCount > 0;
  return (
    <tr>
      <td><small>{kindOf(filing)}</small> <Link to={subjectPath(filing.source)}><Title of={filing} /></Link></td>
      <td className="nowrap"><span className={`state ${filing.state === FilingState.FILED ? 'CLOSED' : filing.state === FilingState.NOT_FILED ? 'CANCELLED' : 'DRAFTING'}`}>{stateOf(filing)}</span>
        {filing.archiveItem && mayCall(me, ArchiveItemService.method.getArchiveItem) && <> <Link to={`/${filing.archiveItem.replace('archiveItems', 'archive')}`}>{t('filings.open')}</Link></>}</td>
      <td className={waits ? 'wrong' : ''}>{filing.reason}{waits && <small> {t('filings.again')}</small>}</td>
      <td>{filing.attemptCount}</td><td className="nowrap">{when(filing.createTime)}</td><td className="nowrap">{when(filing.fileTime)}</td>
    </tr>
  );
}

/** The title from the archive, or the document's own; whoever may see neither is told so. */
function Title({ of }: { of: Filing }) {
  const me = useMe();
  const filed = of.archiveItem !== '' && mayCall(me, ArchiveItemService.method.getArchiveItem);
  const title = useQuery({
    queryKey: ['archive', 'title', filed ? of.archiveItem : of.source],
    queryFn: async () => (filed ? (await items.getArchiveItem({ name: of.archiveItem })).archiveItem!.title
      : of.source.startsWith('incoming') ? (await incoming.getIncomingDocument({ name: of.source })).incomingDocument!.title
        : (await outgoing.getOutgoingDocument({ name: of.source })).outgoingDocument!.title),
    staleTime: Infinity,
    retry: false,
  });
  return title.data || (title.isPending ? t('shell.loading') : t('filings.untitled'));
}
