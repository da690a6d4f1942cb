import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ExportButtons } from '~/frame/ExportButtons';
import { useAddress } from '~/frame/address';
import { base } from '~/frame/base';
import { Choice } from '~/frame/Choice';
import { useKeys } from '~/frame/keys';
import { LinesTable, type Column } from '~/frame/LinesTable';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { OutgoingDocumentService, OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { names, UrgencyMark } from '../marks';
import { OutgoingPlaces } from './OutgoingPlaces';
import { outgoingFilter, useOutgoingList, wholeList } from './outgoing';

interface Line { document: OutgoingDocument; snippet: string }

const page = (line: Line) => `/${line.document.name.replace('outgoingDocuments', 'outgoing')}`;

/** 发文: what the bureau issues, from draft to dispatch. */
export default function OutgoingList() {
  const me = useMe();
  const go = useNavigate();
  const directory = useDirectory();
  const columns = useMemo(() => columnsInWords(directory), [directory]);
  const { search, change } = useAddress();
  const [query, state, genre] = [search.get('q') ?? '', search.get('state') ?? '', search.get('genre') ?? ''];
  const list = useOutgoingList(query, outgoingFilter(state, genre));
  const lines = useMemo(() => list.data?.pages.flatMap((p) => p.lines) ?? [], [list.data]);
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
  return (
    <section className="register" aria-label={t('nav.outgoing')}>
      <header>
        <h1>{t('nav.outgoing')}</h1>
        <span className="space" />
        {mayCall(me, OutgoingDocumentService.method.createOutgoingDocument) && <Link to="/outgoing/new"><Button type="primary" tabIndex={-1}>{t('new.title')}</Button></Link>}
      </header>
      <OutgoingPlaces />
      <div className="filters">
        <Input.Search key={query} allowClear defaultValue={query} onSearch={(text) => set('q', text.trim())} placeholder={t('outgoing.searchHint')} aria-label={t('outgoing.search')} />
        {query === '' && (
          <>
            <Choice name={t('incoming.state')} all value={state} options={names('outgoingState', OutgoingDocumentState)} choose={(v) => set('state', v)} />
            <Choice name={t('incoming.genre')} all value={genre} options={names('genre', DocumentGenre)} choose={(v) => set('genre', v)} />
            <span className="space" />
            <ExportButtons name={t('nav.outgoing')} table={async () => ({
              header: [t('incoming.title'), t('incoming.documentNumber'), t('incoming.genre'), t('incoming.mainRecipients'), t('outgoing.drafter'), t('incoming.state'), t('outgoing.updated')],
              rows: (await wholeList(outgoingFilter(state, genre))).map((d) => [
                d.title, d.documentNumber, d.genre ? t(`genre.${DocumentGenre[d.genre]}` as TextKey) : '', d.mainRecipients, personName(directory, d.drafter), t(`outgoingState.${OutgoingDocumentState[d.state]}` as TextKey), when(d.updateTime)]),
            })} />
          </>
        )}
      </div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && lines.length === 0 && <p className="empty">{t(query || state || genre ? 'list.nothingFound' : 'outgoing.empty')}</p>}
      {lines.length > 0 && <LinesTable name={t('list.table')} columns={columns} rows={lines} keyOf={(line) => line.document.name} at={at} />}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

const columnsInWords = (directory: Directory | undefined): Column<Line>[] => [
  {
    title: t('incoming.title'),
    cell: (line) => <><UrgencyMark urgency={line.document.urgency} /><a href={base + page(line)}>{line.document.title}</a>{line.snippet && <small className="snippet">{line.snippet}</small>}</>,
  },
  { title: t('incoming.documentNumber'), cell: (line) => line.document.documentNumber || '—' },
  { title: t('incoming.genre'), cell: (line) => (line.document.genre ? t(`genre.${DocumentGenre[line.document.genre]}` as TextKey) : ''), short: true },
  { title: t('incoming.mainRecipients'), cell: (line) => line.document.mainRecipients },
  { title: t('outgoing.drafter'), cell: (line) => personName(directory, line.document.drafter), short: true },
  { title: t('incoming.state'), cell: (line) => <span className={`state ${OutgoingDocumentState[line.document.state]}`}>{t(`outgoingState.${OutgoingDocumentState[line.document.state]}` as TextKey)}</span>, short: true },
  { title: t('outgoing.updated'), cell: (line) => when(line.document.updateTime), short: true },
];
