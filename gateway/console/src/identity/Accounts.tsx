import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { AccountService, type Account } from '~/gen/backoffice/identity/v1/accounts_pb';
import { SessionService } from '~/gen/backoffice/identity/v1/sessions_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { AccountForms, type Form } from './AccountForms';
import { roleTitle, useAccounts } from './identity';
import { NewAccount } from './NewAccount';

/** Who may sign in, with which roles; each administrator finds the acts that are that administrator's alone. */
export function Accounts() {
  const me = useMe();
  const list = useAccounts();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ account: string; form: Form } | undefined>();
  const [password, setPassword] = useState<{ account: string; password: string } | undefined>();
  if (list.error !== null) return <RefusalNotice refusal={refusalOf(list.error)} />;
  const all = list.data?.pages.flatMap((page) => page.accounts) ?? [];
  const done = (given?: { account: string; password: string }) => {
    setOpen(undefined);
    if (given) setPassword(given);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const forms: [Form, boolean][] = [
    ['roles', mayCall(me, AccountService.method.setAccountRoles)], ['close', mayCall(me, AccountService.method.setAccountDisabled)], ['reset', mayCall(me, AccountService.method.resetPassword)],
    ['sessions', mayCall(me, SessionService.method.endSessions)],
  ];
  const acts = (account: Account) => forms.filter(([, may]) => may && account.name !== `accounts/${me.account}`).map(([form]) => (
    <Button key={form} size="small" aria-label={t('account.actOf', { act: t(form === 'close' && account.disabled ? 'account.open' : `account.${form}`), account: account.displayName })} onClick={() => setOpen({ account: account.name, form })}>
      {t(form === 'close' && account.disabled ? 'account.open' : `account.${form}`)}
    </Button>
  ));
  return (
    <>
      {password && <Alert type="success" closable showIcon title={t('account.password', { account: password.account })} description={<><code className="secret">{password.password}</code><p>{t('account.passwordOnce')}</p></>} />}
      {mayCall(me, AccountService.method.createAccount) && <NewAccount done={done} />}
      {list.isSuccess && all.length === 0 && <p className="empty">{t('account.empty')}</p>}
      <div className="scroll" role="region" tabIndex={0} aria-label={t('rights.accounts')}>
        <table className="plain">
          <thead><tr><th scope="col">{t('account.login')}</th><th scope="col">{t('account.displayName')}</th><th scope="col">{t('account.rolesHeld')}</th><th scope="col">{t('account.state')}</th><th scope="col">{t('account.lastSignIn')}</th><th scope="col"><span className="unseen">{t('account.acts')}</span></th></tr></thead>
          <tbody>
            {all.map((account) => (
              <tr key={account.name}>
                <th scope="row">{account.name.replace('accounts/', '')}</th><td>{account.displayName}</td>
                <td>{account.roles.length === 0 ? t('account.noRoles') : account.roles.map((role, i) => <span key={role}>{i > 0 && '、'}<Link to={`/rights?tab=matrix&role=${role}`}>{roleTitle(role)}</Link></span>)}</td>
                <td>{statesOf(account).join('、')}</td><td className="nowrap">{when(account.lastSignInTime)}</td>
                <td className="acts">{acts(account)}{open?.account === account.name && <AccountForms account={account} form={open.form} done={done} cancel={() => setOpen(undefined)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </>
  );
}

const statesOf = (account: Account): string[] => [
  account.disabled ? t('account.closed') : t('account.inUse'),
  ...(account.lockEndTime ? [t('account.locked', { time: when(account.lockEndTime) })] : []),
  ...(account.passwordChangeRequired ? [t('account.mustChange')] : []),
  ...(account.totpEnrolled ? [t('account.hasTotp')] : []),
];
