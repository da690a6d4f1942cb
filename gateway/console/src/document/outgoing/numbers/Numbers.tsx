import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ExportButtons } from '~/frame/ExportButtons';
import { t } from '~/texts/texts';
import { today, when } from '~/texts/times';
import { OutgoingPlaces } from '../OutgoingPlaces';
import { IssuedInYear } from './IssuedInYear';
import { numbers, useRegisters } from './numbers';

/** 文号登记簿 of one code and year: every number in order, voided ones with the reason, and whether the register is whole. */
export default function Numbers() {
  const [year, setYear] = useState(today().slice(0, 4));
  const registers = useRegisters(Number(year));
  const [chosen, choose] = useState('');
  const codes = (registers.data ?? []).map((one) => one.organCode);
  const organCode = codes.includes(chosen) ? chosen : (codes[0] ?? '');
  const list = useInfiniteQuery({
    queryKey: ['outgoing', 'numbers', organCode, year],
    initialPageParam: '',
    queryFn: ({ pageParam }) => numbers.listDocumentNumbers({ organCode, year: Number(year), pageSize: 200, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    enabled: organCode !== '',
  });
  const rows = list.data?.pages.flatMap((page) => page.documentNumbers) ?? [];
  const missing = list.data?.pages[0]?.missingSequences ?? [];
  const heads = [t('incoming.documentNumber'), t('numbers.given'), t('numbers.voided'), t('act.reason')];
  return (
    <section className="register" aria-label={t('numbers.title')}>
      <header><h1>{t('numbers.title')}</h1></header>
      <OutgoingPlaces />
      <div className="filters">
        <label>{t('search.year')} <input type="number" min={1949} max={9999} value={year} onChange={(e) => setYear(e.target.value)} /></label>
        {codes.length > 0 && <label>{t('numbering.code')} <select value={organCode} onChange={(e) => choose(e.target.value)}>{codes.map((code) => <option key={code} value={code}>{code}</option>)}</select></label>}
      </div>
      <IssuedInYear year={year} />
      {[registers.error, list.error].map((error, i) => error !== null && <RefusalNotice key={i} refusal={refusalOf(error)} />)}
      {registers.isSuccess && codes.length === 0 && <p className="empty">{t('numbers.empty')}</p>}
      {missing.length > 0 && <p role="alert" className="wrong">{t('numbers.missing', { which: missing.join('、') })}</p>}
      {rows.length > 0 && (
        <>
          <div className="scroll ledger" role="region" tabIndex={0} aria-label={t('list.table')}>
            <table>
              <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.number}>
                    <th scope="row"><Link to={`/${row.outgoingDocument.replace('outgoingDocuments', 'outgoing')}`}>{row.number}</Link></th>
                    <td>{when(row.createTime)}</td><td className={row.voidTime ? 'wrong' : ''}>{when(row.voidTime)}</td><td>{row.voidReason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ExportButtons name={`${t('numbers.title')} ${organCode}${year}`} table={() => ({ header: heads, rows: rows.map((row) => [row.number, when(row.createTime), when(row.voidTime), row.voidReason]) })} />
        </>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}
