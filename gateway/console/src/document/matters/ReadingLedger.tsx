import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { readerName, useDirectory } from '~/coordination/directory/directory';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { MatterService } from '~/gen/backoffice/document/v1/matters_pb';
import type { Task } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { ActForm } from './ActForm';
import { matterClient, useCirculation } from './matters';

/** 传阅台账: who was served, opened and read it, and when. */
export function ReadingLedger({ matter }: { matter: string }) {
  const directory = useDirectory();
  const ledger = useCirculation(matter).data;
  if (ledger === undefined || ledger.servedCount === 0) return null;
  return (
    <section className="ledger" aria-label={t('ledger.title')}>
      <h2>{t('ledger.title')}</h2>
      <p>{t('ledger.counts', { served: ledger.servedCount, opened: ledger.openedCount, read: ledger.readCount, released: ledger.releasedCount })}</p>
      <table>
        <thead><tr><th scope="col">{t('ledger.reader')}</th><th scope="col">{t('ledger.served')}</th><th scope="col">{t('ledger.opened')}</th><th scope="col">{t('ledger.read')}</th></tr></thead>
        <tbody>
          {ledger.readings.map((r) => (
            <tr key={r.task!.number}>
              <th scope="row">{readerName(directory, r.task!)}</th><td>{when(r.task!.assignTime)}</td><td>{when(r.task!.openTime)}</td>
              <td>{when(r.task!.endTime)}{r.note && <small>{r.note}</small>}<Release matter={matter} task={r.task!} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Nobody reads for a person who left, nor in a post that nobody holds. */
const isGone = (directory: Directory | undefined, reader: Task): boolean =>
  directory !== undefined && (reader.person ? !directory.people.some((p) => p.name === reader.person && !p.left) : !directory.people.some((p) => !p.left && p.posts.includes(reader.post)));

/** 免阅 of a reader who has left, with the reason, which stands in the ledger. */
function Release({ matter, task }: { matter: string; task: Task }) {
  const me = useMe();
  const directory = useDirectory();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (task.endTime !== undefined || !isGone(directory, task) || !mayCall(me, MatterService.method.releaseReader)) return null;
  if (!open) return <Button size="small" onClick={() => setOpen(true)} aria-label={t('ledger.releaseOf', { name: readerName(directory, task) })}>{t('ledger.release')}</Button>;
  return (
    <ActForm focus title={t('ledger.release')} submit={t('ledger.release')} cancel={() => setOpen(false)} done={() => setOpen(false)} ready={reason.trim() !== ''}
      input={{ name: matter, reader: { person: task.person, post: task.post }, reason }} send={(input, requestId) => matterClient.releaseReader({ ...input, requestId })}>
      <label className="field">{t('act.reason')}<span className="required">{t('form.required')}</span> <Input maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    </ActForm>
  );
}
