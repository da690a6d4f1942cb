import { Button } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { mayCall } from '~/calls/access';
import { myPosts, useDirectory } from '~/coordination/directory/directory';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { SessionEnded } from '~/session/SessionEnded';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { Connection } from './Connection';
import { dropDrafts } from './drafts';
import { useKeys } from './keys';
import { places } from './navigation';

const KeyHelp = lazy(() => import('./KeyHelp'));
const Settings = lazy(() => import('./Settings'));

/** What is around every page: who acts, where to go, what to look for. */
export function Shell() {
  const me = useMe();
  const go = useNavigate();
  const open = places.filter((place) => mayCall(me, place.needs));
  const search = useRef<HTMLInputElement>(null);
  const [beside, setBeside] = useState<'help' | 'settings' | undefined>();
  const show = (what: 'help' | 'settings') => setBeside(beside === what ? undefined : what);
  useKeys({
    '?': () => show('help'),
    ...Object.fromEntries(open.map((place) => [place.key, () => void go(place.path)])),
  });
  const searchable = open.some((place) => place.path === '/search');
  return (
    <div className="shell">
      <a className="skip" href="#page">{t('shell.skip')}</a>
      <header>
        <NavLink to="/" className="brand"><img src="/pages/icon.svg" alt="" width="24" height="24" />{t('shell.brand')}</NavLink>
        {searchable && (
          <form role="search" onSubmit={(e) => {
            e.preventDefault();
            void go(`/search?q=${encodeURIComponent(search.current?.value ?? '')}`);
          }}>
            <input ref={search} type="search" aria-label={t('shell.search')} placeholder={t('shell.searchHint')} aria-keyshortcuts="/" />
          </form>
        )}
        <span className="space" />
        <Whoever />
        <Button type="text" onClick={() => show('settings')} aria-expanded={beside === 'settings'}>{t('shell.settings')}</Button>
        <Button type="text" className="wide" onClick={() => show('help')} aria-expanded={beside === 'help'}>{t('shell.help')}</Button>
        <form method="post" action="/signout" onSubmit={dropDrafts}><Button type="text" htmlType="submit">{t('shell.signOut')}</Button></form>
      </header>
      <SessionEnded />
      <Connection />
      <nav aria-label={t('shell.navigation')}>
        {open.map((place) => <NavLink key={place.path} to={place.path}>{t(place.title)}<kbd className="wide">{place.key.toUpperCase()}</kbd></NavLink>)}
      </nav>
      <main id="page" tabIndex={-1}>
        <Suspense fallback={<p className="waiting">{t('shell.loading')}</p>}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense>
        {beside === 'help' && <KeyHelp close={() => setBeside(undefined)} />}
        {beside === 'settings' && <Settings close={() => setBeside(undefined)} />}
      </Suspense>
    </div>
  );
}

/** Name, and the posts in which the caller acts; who has none, by role. */
function Whoever() {
  const me = useMe();
  const directory = useDirectory();
  const posts = myPosts(directory, me.account).map((p) => p.displayName);
  const roles = me.roles.map((r) => t(`role.${Role[r]}` as TextKey));
  return <NavLink to="/account" className="whoever" title={t('own.title')}><strong>{me.displayName || me.account}</strong> <span>{(posts.length > 0 ? posts : roles).join('、')}</span></NavLink>;
}
