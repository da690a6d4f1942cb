import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { ExportButtons } from '~/frame/ExportButtons';
import { SealingService, type SealUse } from '~/gen/backoffice/document/v1/sealing_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { today, when } from '~/texts/times';
import { OutgoingPlaces } from '../OutgoingPlaces';
import { sealing } from './sealing';

/** 用印登记簿, month by month. */
export default function SealUses() {
  const directory = useDirectory();
  const [month, setMonth] = useState(today().slice(0, 7));
  const list = useInfiniteQuery({
    queryKey: ['outgoing', 'seal-uses', month],
    initialPageParam: '',
    queryFn: ({ pageParam }) => sealing.listSealUses({ month, pageSize: 200, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    enabled: /^\d{4}-\d{2}$/.test(month),
  });
  const rows = list.data?.pages.flatMap((page) => page.sealUses) ?? [];
  const person = (name: string) => personName(directory, name);
  const heads = [t('sealUses.number'), t('sealUses.seal'), t('incoming.documentNumber'), t('incoming.title'), t('seal.copies'), t('seal.applicant'), t('seal.approver'), t('sealUses.custodian'), t('sealUses.time')];
  return (
    <section className="register" aria-label={t('sealUses.title')}>
      <header><h1>{t('sealUses.title')}</h1></header>
      <OutgoingPlaces />
      <div className="filters"><label>{t('sealUses.month')} <input type="month" value={month} onChange={(e) => setMonth(e.target.value)} /></label></div>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t('sealUses.empty')}</p>}
      {rows.length > 0 && (
        <>
          <div className="scroll ledger" role="region" tabIndex={0} aria-label={t('sealUses.title')}>
            <table>
              <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name} className={row.voidTime ? 'voided' : ''}>
                    <th scope="row">{row.number}</th><td>{row.sealDisplayName}{row.testSeal && <small>{row.notice}</small>}</td><td>{row.documentNumber}</td>
                    <td><Link to={`/${row.outgoingDocument.replace('outgoingDocuments', 'outgoing')}`}>{row.title}</Link><Voiding use={row} /></td>
                    <td>{row.copyCount}</td><td>{person(row.applicant)}</td><td>{person(row.approver)}</td><td>{person(row.custodian)}</td><td>{when(row.time)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ExportButtons name={`${t('sealUses.title')} ${month}`} table={() => ({
            header: heads,
            rows: rows.map((row) => [row.number, row.sealDisplayName, row.documentNumber, row.title, row.copyCount, person(row.applicant), person(row.approver), person(row.custodian), when(row.time)]),
          })} />
        </>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

/** 作废 of one use, which stays in the register with the reason. */
function Voiding({ use }: { use: SealUse }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (use.voidTime) return <small className="wrong">{t('sealUses.voided', { time: when(use.voidTime), reason: use.voidReason })}</small>;
  if (!mayCall(me, SealingService.method.voidSealUse)) return null;
  if (!open) return <> <Button size="small" type="text" danger onClick={() => setOpen(true)} aria-label={t('sealUses.voidOf', { number: use.number })}>{t('sealUses.void')}</Button></>;
  return (
    <ActForm focus danger title={t('sealUses.void')} submit={t('sealUses.void')} cancel={() => setOpen(false)} done={() => setOpen(false)} ready={reason.trim() !== ''}
      input={{ name: use.name, reason }} send={(input, requestId) => sealing.voidSealUse({ ...input, requestId })}>
      <label className="field">{t('act.reason')} <Input maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    </ActForm>
  );
}
