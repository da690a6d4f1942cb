import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from '~/calls/Field';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { t } from '~/texts/texts';
import { accounts } from './identity';

/** A new account: without roles, with a password that is shown once. */
export function NewAccount({ done }: { done: (given: { account: string; password: string }) => void }) {
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState({ accountId: '', displayName: '' });
  const call = useCall((sent: typeof entry, requestId) => accounts.createAccount({ accountId: sent.accountId, account: { displayName: sent.displayName }, requestId }), (result, sent) => {
    setEntry({ accountId: '', displayName: '' });
    setOpen(false);
    done({ account: sent.displayName, password: result.temporaryPassword });
  });
  if (!open) return <p><Button onClick={() => setOpen(true)}>{t('account.create')}</Button></p>;
  return (
    <form className="act" aria-label={t('account.create')} onSubmit={(e) => { e.preventDefault(); call.run(entry); }}>
      <Field label={t('account.login')} name="account_id" refusal={call.refusal} required hint={t('account.loginHint')}><Input autoFocus value={entry.accountId} onChange={(e) => setEntry({ ...entry, accountId: e.target.value })} autoComplete="off" /></Field>
      <Field label={t('account.displayName')} name="display_name" refusal={call.refusal} required><Input value={entry.displayName} onChange={(e) => setEntry({ ...entry, displayName: e.target.value })} autoComplete="off" /></Field>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <p className="buttons"><Button type="primary" htmlType="submit" loading={call.busy}>{t('account.create')}</Button><Button onClick={() => setOpen(false)}>{t('form.cancel')}</Button></p>
    </form>
  );
}
