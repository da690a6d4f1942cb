import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { exchange, savePackage, usePartners } from '~/document/exchange';
import { useReread } from '~/document/matters/matters';
import { ExportButtons } from '~/frame/ExportButtons';
import { DispatchService, ReceiptStatus, type Dispatch } from '~/gen/backoffice/document/v1/dispatches_pb';
import { ExchangeService } from '~/gen/backoffice/document/v1/exchange_pb';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';

export const dispatches = clientOf(DispatchService);
const refetchInterval = 15_000;

export const receiptOf = (dispatch: Dispatch): string => t(`receipt.${ReceiptStatus[dispatch.receiptStatus]}` as TextKey);

/** 分送台账: to whom it went, who has signed for it, and who is urged to. */
export function DispatchLedger({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const sent = document.state === OutgoingDocumentState.DISPATCHED && mayCall(me, DispatchService.method.listDispatches);
  const read = useQuery({ queryKey: ['outgoing', document.name, 'dispatches'], queryFn: () => dispatches.listDispatches({ parent: document.name, pageSize: 1000 }), enabled: sent, refetchInterval });
  if (!sent) return null;
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const rows = read.data.dispatches;
  return (
    <section className="ledger" aria-label={t('receipts.title')}>
      <h2>{t('receipts.title')}</h2>
      <p role="status">{t('receipts.counts', { sent: read.data.sentCount, signed: read.data.signedForCount })}</p>
      <table>
        <thead><tr>{(['receipts.organ', 'incoming.copyCount', 'receipts.sent', 'receipts.state', 'receipts.signed'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}<td /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.organ}</th><td>{row.copyCount}{row.firstCopyNumber > 0 && <small>{t('receipts.copyNumber', { number: row.firstCopyNumber })}</small>}</td><td>{when(row.dispatchTime)}</td>
              <td>{receiptOf(row)}{row.endNote && <small>{row.endNote}</small>}{row.urgings.map((urging, i) => <small key={i}>{t('receipts.urged', { time: when(urging.time), name: personName(directory, urging.person) })}</small>)}</td>
              <td>{when(row.signForTime)}{row.signForPerson && <small>{personName(directory, row.signForPerson)}</small>}</td>
              <td><Urge dispatch={row} /><Package dispatch={row} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <ExportButtons name={`${t('receipts.title')} ${document.documentNumber}`} table={() => ({
        header: [t('receipts.organ'), t('incoming.copyCount'), t('receipts.sent'), t('receipts.state'), t('receipts.signed'), t('receipts.signer')],
        rows: rows.map((row) => [row.organ, row.copyCount, when(row.dispatchTime), receiptOf(row), when(row.signForTime), row.signForPerson && personName(directory, row.signForPerson)]),
      })} />
    </section>
  );
}

/** 公文交换: the package of a dispatch to a partner; once it is not in force any more, the notice of that. */
function Package({ dispatch }: { dispatch: Dispatch }) {
  const me = useMe();
  const partner = usePartners().some((one) => one.displayName === dispatch.organ || one.shortName === dispatch.organ);
  const ended = dispatch.invalidity !== undefined;
  const call = useCall((name: string) => savePackage(ended ? exchange.exportInvalidityPackage({ name }) : exchange.exportDispatchPackage({ name })), () => undefined);
  const { exportDispatchPackage, exportInvalidityPackage } = ExchangeService.method;
  if (!partner || !mayCall(me, ended ? exportInvalidityPackage : exportDispatchPackage)) return null;
  return (
    <>
      {' '}<Button size="small" loading={call.busy} onClick={() => call.run(dispatch.name)} aria-label={t(ended ? 'package.noticeFor' : 'package.makeFor', { organ: dispatch.organ })}>{t(ended ? 'package.notice' : 'package.make')}</Button>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
    </>
  );
}

/** 催签收: once a working day, entered in the ledger. */
function Urge({ dispatch }: { dispatch: Dispatch }) {
  const me = useMe();
  const reread = useReread();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const call = useCall((input: { name: string; note: string }, requestId) => dispatches.urgeDispatch({ ...input, requestId }), () => { setOpen(false); setNote(''); reread(); });
  if (dispatch.unit === '' || dispatch.signForTime !== undefined || dispatch.invalidity !== undefined || !mayCall(me, DispatchService.method.urgeDispatch)) return null;
  if (!open) return <Button size="small" onClick={() => setOpen(true)} aria-label={t('receipts.urgeWhom', { organ: dispatch.organ })}>{t('verb.URGE')}</Button>;
  return (
    <form onSubmit={(e) => { e.preventDefault(); call.run({ name: dispatch.name, note }); }}>
      <Input size="small" autoFocus aria-label={t('act.note')} placeholder={t('act.note')} maxLength={500} value={note} onChange={(e) => setNote(e.target.value)} />
      <Button size="small" type="primary" htmlType="submit" loading={call.busy}>{t('verb.URGE')}</Button> <Button size="small" onClick={() => setOpen(false)}>{t('form.cancel')}</Button>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
    </form>
  );
}
