import { useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { AccountService } from '~/gen/backoffice/identity/v1/accounts_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { Accounts } from './Accounts';
import { Matrix } from './Matrix';

const tabs = ['accounts', 'matrix'] as const;

/** 账号与权限: who has which role, and what each role may do. */
export default function Rights() {
  const [search, setSearch] = useSearchParams();
  // Whoever may not read accounts is told so by the service, whichever page the address names.
  const tab = search.get('tab') === 'matrix' && mayCall(useMe(), AccountService.method.listAccounts) ? 'matrix' : 'accounts';
  return (
    <section className="register" aria-label={t('nav.rights')}>
      <header><h1>{t('nav.rights')}</h1></header>
      <nav className="tabs" aria-label={t('rights.tabs')}>
        {tabs.map((one) => <button key={one} type="button" className={one === tab ? 'active' : ''} aria-pressed={one === tab} onClick={() => setSearch({ tab: one }, { replace: true })}>{t(`rights.${one}`)}</button>)}
      </nav>
      {tab === 'accounts' ? <Accounts /> : <Matrix />}
    </section>
  );
}
