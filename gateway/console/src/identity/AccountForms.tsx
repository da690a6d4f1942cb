import { Button } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import type { Account } from '~/gen/backoffice/identity/v1/accounts_pb';
import { t } from '~/texts/texts';
import { accounts, roles, roleTitle } from './identity';
import { sessions, SessionsOf } from './Sessions';

export type Form = 'roles' | 'close' | 'reset' | 'sessions';

interface Props { account: Account; form: Form; done: (given?: { account: string; password: string }) => void; cancel: () => void }

/** What an administrator does to an account of somebody else. Each ends its sessions at once. */
export function AccountForms({ account, form, done, cancel }: Props) {
  const [held, hold] = useState(account.roles);
  const [removeTotp, setRemoveTotp] = useState(false);
  const call = useCall(async (input: { form: Form; held: typeof held; removeTotp: boolean }, requestId) => {
    const { name, etag } = account;
    if (input.form === 'roles') await accounts.setAccountRoles({ name, etag, roles: input.held, requestId });
    else if (input.form === 'close') await accounts.setAccountDisabled({ name, etag, disabled: !account.disabled, requestId });
    else if (input.form === 'sessions') await sessions.endSessions({ parent: name, requestId });
    else return { account: account.displayName, password: (await accounts.resetPassword({ name, removeTotp: input.removeTotp, requestId })).temporaryPassword };
    return undefined;
  }, done);
  const act = form === 'close' && account.disabled ? 'account.open' : (`account.${form}` as const);
  return (
    <form className="act" aria-label={t(act)} onSubmit={(e) => { e.preventDefault(); call.run({ form, held, removeTotp }); }} onKeyDown={(e) => { if (e.key === 'Escape') cancel(); }}>
      {form === 'roles' && (
        <fieldset>
          <legend>{t('account.rolesHeld')}</legend>
          {roles.map((role) => (
            <label key={role}><input type="checkbox" checked={held.includes(role)} onChange={(e) => hold(e.target.checked ? [...held, role] : held.filter((one) => one !== role))} /> {roleTitle(role)}</label>
          ))}
        </fieldset>
      )}
      {form === 'reset' && <label><input type="checkbox" checked={removeTotp} onChange={(e) => setRemoveTotp(e.target.checked)} /> {t('account.removeTotp')}</label>}
      {form === 'sessions' && <SessionsOf account={account.name} />}
      <p className="facts">{t('account.endsSessions')}</p>
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => done()} />}
      <p className="buttons"><Button type="primary" htmlType="submit" danger={form === 'sessions' || (form === 'close' && !account.disabled)} loading={call.busy}>{t(act)}</Button><Button onClick={cancel}>{t('form.cancel')}</Button></p>
    </form>
  );
}
