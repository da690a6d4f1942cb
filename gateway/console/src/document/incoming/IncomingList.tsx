import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useAddress } from '~/frame/address';
import { base } from '~/frame/base';
import { Choice } from '~/frame/Choice';
import { useKeys } from '~/frame/keys';
import { LinesTable, type Column } from '~/frame/LinesTable';
import { DocumentGenre, IncomingDocumentService, IncomingDocumentState, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { names, UrgencyMark } from '../marks';
import { useIncomingList, type Line } from './incoming';

const page = (line: Line) => `/${line.document.name.replace('incomingDocuments', 'incoming')}`;
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** 收文登记簿: by filter and order, or by any word. */
export default function IncomingList() {
  const me = useMe();
  const go = useNavigate();
  const { search, change, setSearch } = useAddress();
  const query = search.get('q') ?? '';
  const [state, genre, urgency, issuer, order] = [search.get('state') ?? '', search.get('genre') ?? '', search.get('urgency') ?? '', search.get('issuer') ?? '', search.get('order') ?? 'register_time desc'];
  const filter = [state && `state = ${state}`, genre && `genre = ${genre}`, urgency && `urgency = ${urgency}`, issuer && `issuer = ${quoted(issuer)}`].filter(Boolean).join(' AND ');
  const list = useIncomingList(query, filter, order);
  const lines = useMemo(() => list.data?.pages.flatMap((p) => p.lines) ?? [], [list.data]);
  const columns = useMemo(columnsInWords, []);
  const [at, setAt] = useState(-1);
  const set = (name: string, value: string | undefined) => {
    change({ [name]: value });
    setAt(-1);
  };
  useKeys({
    j: () => setAt(Math.min(at + 1, lines.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => lines[at] && void go(page(lines[at])),
  });
  const first = list.data?.pages[0];
  const pick = (name: string, label: TextKey, value: string, values: { value: string; label: string }[]) => (
    <Choice name={t(label)} all value={value} options={values} choose={(v) => set(name, v)} />
  );
  return (
    <section className="register" aria-label={t('nav.incoming')}>
      <header>
        <h1>{t('nav.incoming')}</h1>
        {first && <span className="total" role="status">{t(first.more ? 'list.totalMore' : 'list.total', { count: first.total })}</span>}
        <span className="space" />
        {mayCall(me, IncomingDocumentService.method.importIncomingDocuments) && <Link to="/incoming/import"><Button tabIndex={-1}>{t('import.title')}</Button></Link>}
        {mayCall(me, IncomingDocumentService.method.signForIncomingDocument) && <Link to="/incoming/sign-for"><Button tabIndex={-1}>{t('signFor.title')}</Button></Link>}
        {mayCall(me, IncomingDocumentService.method.registerIncomingDocument) && <Link to="/incoming/register"><Button type="primary" tabIndex={-1}>{t('register.title')}</Button></Link>}
      </header>
      <div className="filters">
        <Input.Search key={query} allowClear defaultValue={query} onSearch={(text) => set('q', text.trim())} placeholder={t('shell.searchHint')} aria-label={t('incoming.search')} />
        {query === '' && (
          <>
            {pick('state', 'incoming.state', state, names('incomingState', IncomingDocumentState))}
            {pick('genre', 'incoming.genre', genre, names('genre', DocumentGenre))}
            {pick('urgency', 'incoming.urgency', urgency, names('urgency', Urgency, true))}
            <input key={issuer} type="search" aria-label={t('incoming.issuer')} placeholder={t('incoming.issuer')} defaultValue={issuer}
              onKeyDown={(e) => e.key === 'Enter' && set('issuer', e.currentTarget.value.trim())} onChange={(e) => e.target.value === '' && set('issuer', undefined)} />
            <Choice name={t('list.order')} value={order} choose={(v) => set('order', v)} options={[
              { value: 'register_time desc', label: t('incoming.newest') }, { value: 'register_time', label: t('incoming.oldest') }, { value: 'issue_date desc', label: t('incoming.byIssue') }]} />
            <Button onClick={() => setSearch({}, { replace: true })}>{t('list.reset')}</Button>
          </>
        )}
      </div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && lines.length === 0 && <p className="empty">{t(query || filter ? 'list.nothingFound' : 'incoming.empty')}</p>}
      {lines.length > 0 && <LinesTable name={t('list.table')} columns={columns} rows={lines} keyOf={(line) => line.document.name} at={at} />}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

const columnsInWords = (): Column<Line>[] => [
  { title: t('incoming.registrationNumber'), cell: (line) => line.document.registrationNumber || '—', short: true },
  {
    title: t('incoming.title'),
    cell: (line) => (
      <>
        <UrgencyMark urgency={line.document.urgency} /><a href={base + page(line)}>{line.document.title || line.document.documentNumber}</a>
        {line.snippet && <small className="snippet">{line.snippet}</small>}
      </>
    ),
  },
  { title: t('incoming.documentNumber'), cell: (line) => line.document.documentNumber },
  { title: t('incoming.issuer'), cell: (line) => line.document.issuer },
  { title: t('incoming.genre'), cell: (line) => (line.document.genre ? t(`genre.${DocumentGenre[line.document.genre]}` as TextKey) : ''), short: true },
  { title: t('incoming.state'), cell: (line) => <span className={`state ${IncomingDocumentState[line.document.state]}`}>{t(`incomingState.${IncomingDocumentState[line.document.state]}` as TextKey)}</span>, short: true },
  { title: t('incoming.registerTime'), cell: (line) => when(line.document.registerTime ?? line.document.signForTime), short: true },
];
