import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useKeys } from '~/frame/keys';
import { ArchiveItemService, RetentionPeriod, type ArchiveItem } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { FilingService } from '~/gen/backoffice/archive/v1/filings_pb';
import { Marked } from '~/search/Marked';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { today, when } from '~/texts/times';
import { useItems } from './archive';

const pathOf = (item: ArchiveItem) => `/${item.name.replace('archiveItems', 'archive')}`;

/** 归档文件: by reference code and year, or by any word. */
export default function ArchiveList() {
  const me = useMe();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [query, year] = [search.get('q') ?? '', Number(search.get('year') ?? 0)];
  const list = useItems(query, year);
  const lines = list.data?.pages.flatMap((page) => page.archiveItems) ?? [];
  const [at, setAt] = useState(-1);
  const thisYear = Number(today().slice(0, 4));
  const set = (name: string, value: string) => {
    setSearch(value ? { [name]: value } : {}, { replace: true });
    setAt(-1);
  };
  useKeys({
    j: () => setAt(Math.min(at + 1, lines.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => lines[at] && void go(pathOf(lines[at])),
  });
  return (
    <section className="register" aria-label={t('nav.archive')}>
      <header>
        <h1>{t('nav.archive')}</h1>
        <span className="space" />
        {mayCall(me, FilingService.method.listFilings) && <Link to="/archive/filings">{t('filings.title')}</Link>}
        {mayCall(me, ArchiveItemService.method.fileArchiveItem) && <Link to="/archive/file"><Button type="primary" tabIndex={-1}>{t('filing.title')}</Button></Link>}
      </header>
      <div className="filters">
        <Input.Search key={query} allowClear defaultValue={query} onSearch={(text) => set('q', text.trim())} placeholder={t('archive.searchHint')} aria-label={t('archive.search')} />
        {query === '' && (
          <label>{t('archive.year')}{' '}
            <select value={year} onChange={(e) => set('year', e.target.value === '0' ? '' : e.target.value)}>
              <option value={0}>{t('archive.allYears')}</option>
              {Array.from({ length: 10 }, (_, i) => thisYear - i).map((y) => <option key={y} value={y}>{y}</option>)}
            </select>
          </label>
        )}
      </div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && lines.length === 0 && <p className="empty">{t(query || year ? 'list.nothingFound' : 'archive.empty')}</p>}
      {lines.length > 0 && (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('archive.table')}>
          <table className="plain">
            <thead><tr><th scope="col">{t('archive.code')}</th><th scope="col">{t('archive.itemTitle')}</th><th scope="col">{t('incoming.documentNumber')}</th><th scope="col">{t('archive.creator')}</th><th scope="col">{t('archive.retention')}</th><th scope="col">{t('archive.fileTime')}</th></tr></thead>
            <tbody>
              {lines.map((item, i) => (
                <tr key={item.name} className={i === at ? 'chosen' : ''}>
                  <td className="nowrap">{item.referenceCode}</td><td><Link to={pathOf(item)}><Marked text={item.title} query={query} /></Link></td><td>{item.documentNumber}</td><td>{item.creator}</td>
                  <td className="nowrap">{t(`retention.${RetentionPeriod[item.retentionPeriod]}` as TextKey)}</td><td className="nowrap">{when(item.fileTime)}</td>
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
