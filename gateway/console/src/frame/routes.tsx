import { lazy, Suspense, type ComponentType } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { mayCall } from '~/calls/access';
import { useMe } from '~/session/Session';
import { t, useLanguage } from '~/texts/texts';
import { places } from './navigation';
import { Shell } from './Shell';

/** Each page is fetched when somebody goes there. */
const pages: [string, ComponentType][] = [
  ['desk/:tab?', lazy(() => import('~/coordination/inbox/Desk'))],
  ['incoming', lazy(() => import('~/document/incoming/IncomingList'))],
  ['incoming/import', lazy(() => import('~/document/incoming/imports/ImportIncoming'))],
  ['incoming/sign-for', lazy(() => import('~/document/incoming/SignForIncoming'))],
  ['incoming/register', lazy(() => import('~/document/incoming/RegisterIncoming'))],
  ['incoming/:id', lazy(() => import('~/document/incoming/IncomingPage'))],
  ['outgoing', lazy(() => import('~/document/outgoing/OutgoingList'))],
  ['outgoing/:id', lazy(() => import('~/document/outgoing/OutgoingPage'))],
  ['incoming/:id/correct', lazy(() => import('~/document/incoming/CorrectIncoming'))],
  ['search', lazy(() => import('~/search/SearchPage'))],
  ['archive', lazy(() => import('~/archive/ArchiveList'))],
  ['archive/file', lazy(() => import('~/archive/FileItem'))],
  ['archive/:id', lazy(() => import('~/archive/ArchivePage'))],
  ['rooms', lazy(() => import('~/meeting/Rooms'))],
  ['vehicles', lazy(() => import('~/logistics/Vehicles'))],
  ['organisation/:unit?', lazy(() => import('~/coordination/organisation/Organisation'))],
  ['procedures/:id?', lazy(() => import('~/document/procedures/Procedures'))],
  ['audit', lazy(() => import('~/platform/Audit'))],
  ['rights', lazy(() => import('~/identity/Rights'))],
  ['account', lazy(() => import('~/identity/MyAccount'))],
  ['*', lazy(() => import('./NoSuchPage'))],
];
const SignedIn = lazy(() => import('~/session/SignedIn'));

export function Pages() {
  return (
    <BrowserRouter basename="/console">
      <Routes>
        <Route path="/signed-in" element={<Suspense><SignedIn /></Suspense>} />
        {/* Everything is read anew in another language. */}
        <Route element={<Shell key={useLanguage()} />}>
          <Route index element={<Home />} />
          {pages.map(([path, Page]) => <Route key={path} path={path} element={<Page />} />)}
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

/** The first place that is open to the caller. */
function Home() {
  const me = useMe();
  const first = places.find((place) => mayCall(me, place.needs));
  return first ? <Navigate to={first.path} replace /> : <p className="empty">{t('shell.nothingYet')}</p>;
}
