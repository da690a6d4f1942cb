import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useAddress } from '~/frame/address';
import { useKeys } from '~/frame/keys';
import { useMe } from '~/session/Session';
import { language, t, type TextKey } from '~/texts/texts';
import { formatOf } from '~/texts/times';
import { countsOf, fits, inOrder, kinds, totalOf, useHits, type Facets, type Hit } from './hits';
import { Marked } from './Marked';
import { useSaved } from './saved';
import { asPrinted, isNumber } from './words';

const facetNames: (keyof Facets)[] = ['kind', 'genre', 'state', 'year'];

/** 查找: one search over incoming, outgoing and filed documents, narrowed by facets. */
export default function Search() {
  const { search, change } = useAddress();
  const query = asPrinted(search.get('q') ?? '');
  const facets = Object.fromEntries(facetNames.map((name) => [name, search.get(name) ?? ''])) as unknown as Facets;
  const sources = [useHits('incoming', query), useHits('outgoing', query), useHits('archive', query)];
  const found = inOrder(sources.flatMap((source) => source.data?.pages.flatMap((page) => page.hits) ?? []), query);
  const hits = found.filter((hit) => fits(hit, facets));
  // The kind is the register that is asked; by everything else only what was read is narrowed, for no search takes a filter.
  const ofKind = facets.kind === '' ? found : found.filter((hit) => hit.kind === facets.kind);
  const more = sources.filter((source, i) => source.hasNextPage && (facets.kind === '' || kinds[i] === facets.kind));
  const narrowed = facetNames.some((name) => name !== 'kind' && facets[name] !== '');
  const totals = narrowed ? {} : Object.fromEntries(sources.map((source, i) => [kinds[i], totalOf(source.data?.pages ?? [], source.hasNextPage)]));
  const busy = sources.some((source) => source.isFetching);
  const go = useNavigate();
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [query]);
  useKeys({
    j: () => setAt(Math.min(at + 1, hits.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => hits[at] && void go(hits[at].path),
  });
  return (
    <section className="page search" aria-label={t('nav.search')}>
      <header><h1>{t('nav.search')}</h1></header>
      <Box key={query} query={query} look={(q) => change({ q, kind: '', genre: '', state: '', year: '' })} />
      <Saved query={query} address={search.toString()} />
      {sources.map((source, i) => source.error !== null && <RefusalNotice key={i} refusal={refusalOf(source.error)} />)}
      {query === '' ? <p className="empty">{t('search.begin')}</p> : (
        <div className="found">
          <aside aria-label={t('search.facets')}>
            {facetNames.map((name) => <FacetList key={name} name={name} counts={countsOf(found, name, facets)} totals={name === 'kind' ? totals : {}} chosen={facets[name]} choose={(value) => change({ [name]: value })} />)}
            {more.length > 0 && ofKind.length > 0 && <p className="facts">{t(narrowed ? 'search.ofLoaded' : 'search.othersOfLoaded', { count: ofKind.length })}</p>}
          </aside>
          <div>
            <p className="total" role="status">{busy && found.length === 0 ? t('shell.loading') : narrowed ? t(more.length > 0 ? 'search.narrowedMore' : 'search.narrowed', { fitting: hits.length, count: ofKind.length }) : t(more.length > 0 ? 'search.shownMore' : 'search.shown', { count: ofKind.length })}{isNumber(query) && found.length > 0 && <> · {t('search.byNumber')}</>}</p>
            {!busy && hits.length === 0 && <p className="empty">{t(narrowed && more.length > 0 ? 'search.nothingLoaded' : 'search.nothing')}</p>}
            <ol className="hits">{hits.map((hit, i) => <HitRow key={hit.path} hit={hit} query={query} chosen={i === at} />)}</ol>
            {more.length > 0 && <Button block loading={busy} onClick={() => more.forEach((source) => void source.fetchNextPage())}>{t('list.more')}</Button>}
          </div>
        </div>
      )}
    </section>
  );
}

function Box({ query, look }: { query: string; look: (query: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (query === '') box.current?.querySelector('input')?.focus(); }, [query]);
  return (
    <div ref={box}>
      <Input.Search allowClear enterButton={t('search.look')} defaultValue={query} maxLength={200} onSearch={(text) => look(asPrinted(text))} placeholder={t('shell.searchHint')} aria-label={t('search.words')} />
    </div>
  );
}

function FacetList({ name, counts, totals, chosen, choose }: { name: keyof Facets; counts: [string, number][]; totals: Record<string, string>; chosen: string; choose: (value: string) => void }) {
  if (counts.length === 0 || (counts.length === 1 && chosen === '')) return null;
  const label = (value: string) => (name === 'year' ? value : t((name === 'kind' ? `searchKind.${value}` : value) as TextKey));
  return (
    <section className="facet">
      <h2>{t(`search.${name}`)}</h2>
      <ul>
        {counts.map(([value, count]) => (
          <li key={value}><button type="button" aria-pressed={value === chosen} className={value === chosen ? 'chosen' : ''} onClick={() => choose(value === chosen ? '' : value)}>{label(value)} <span className="count">{totals[value] ?? count}</span></button></li>
        ))}
      </ul>
    </section>
  );
}

function HitRow({ hit, query, chosen }: { hit: Hit; query: string; chosen: boolean }) {
  const when = hit.time && formatOf(language(), { dateStyle: 'medium' }).format(hit.time);
  return (
    <li className={chosen ? 'chosen' : ''} aria-current={chosen ? 'true' : undefined}>
      <p><span className="state">{t(`searchKind.${hit.kind}` as TextKey)}</span> <Link to={hit.path}><Marked text={hit.title} query={query} /></Link></p>
      {hit.snippet && <p className="snippet"><Marked text={hit.snippet} query={query} /></p>}
      <p className="facts">
        {hit.numbers.map((number) => <span key={number}><Marked text={number} query={query} /></span>)}
        {hit.organ && <span><Marked text={hit.organ} query={query} /></span>}
        {hit.genre && <span>{t(hit.genre)}</span>}{hit.state && <span>{t(hit.state)}</span>}{when && <span>{when}</span>}
      </p>
    </li>
  );
}

/** 常用查找: the address of this search under a title, in this browser. */
function Saved({ query, address }: { query: string; address: string }) {
  const { account } = useMe();
  const { saved, save, drop } = useSaved(account);
  const [title, setTitle] = useState('');
  const keep = () => {
    save({ title: title.trim() || query, address });
    setTitle('');
  };
  if (saved.length === 0 && query === '') return null;
  return (
    <section className="saved" aria-label={t('search.saved')}>
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li key={one.title}><Link to={`/search?${one.address}`}>{one.title}</Link> <button type="button" className="link" aria-label={t('search.drop', { title: one.title })} onClick={() => drop(one.title)}>×</button></li>
          ))}
        </ul>
      )}
      {query !== '' && (
        <form onSubmit={(e) => { e.preventDefault(); keep(); }}>
          <Input size="small" value={title} maxLength={50} onChange={(e) => setTitle(e.target.value)} placeholder={t('search.saveAs')} aria-label={t('search.saveAs')} />
          <Button size="small" htmlType="submit">{t('search.save')}</Button>
        </form>
      )}
    </section>
  );
}
