import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { useDraft } from '~/frame/drafts';
import { DraftLockService } from '~/gen/backoffice/document/v1/draft_locks_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { locks, type Locking } from './useDraftLock';

/** 文件正由某某编辑: who, and for whom the contract allows it, taking over with a reason. Others may read, and are let in by themselves. */
export function LockNotice({ name, locking, retry }: { name: string; locking: Locking; retry: () => void }) {
  const me = useMe();
  const [reason, setReason] = useDraft(`${name}.take-over`);
  const [open, setOpen] = useState(false);
  const call = useCall((input: { name: string; reason: string }, requestId) => locks.breakDraftLock({ ...input, requestId }), () => {
    setReason('');
    setOpen(false);
    retry();
  });
  if (locking.state !== 'refused') return null;
  const { refusal } = locking;
  const locked = refusal.reason === 'DRAFT_LOCKED';
  return (
    <Alert
      type="warning"
      showIcon
      className="lock"
      title={locked ? t('lock.editing', { name: refusal.metadata['holder'] ?? '', post: refusal.metadata['post'] ?? '' }) : refusal.reason === 'NOT_YOURS_TO_CHANGE' ? t('lock.with', { holder: refusal.metadata['holder'] ?? '' }) : refusal.text}
      description={
        <>
          <p>{t(locked ? 'lock.waits' : 'lock.reads')}</p>
          {call.refusal && <RefusalNotice refusal={call.refusal} />}
          {locked && mayCall(me, DraftLockService.method.breakDraftLock) && (open ? (
            <form onSubmit={(e) => { e.preventDefault(); call.run({ name, reason }); }}>
              <label>{t('lock.reason')} <Input autoFocus value={reason} maxLength={1000} onChange={(e) => setReason(e.target.value)} /></label>
              <p className="buttons">
                <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={call.busy}>{t('lock.submit')}</Button>
                <Button onClick={() => setOpen(false)}>{t('form.cancel')}</Button>
              </p>
            </form>
          ) : <Button onClick={() => setOpen(true)}>{t('lock.takeOver')}</Button>)}
          {!locked && <Link to={`/${name.replace('outgoingDocuments', 'outgoing')}`}>{t('desk.openPage')}</Link>}
        </>
      }
    />
  );
}
