import { lazy, Suspense, type ComponentType } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { mayCall } from '~/calls/access';
import { useMe } from '~/session/Session';
import { useLanguage } from '~/texts/texts';
import { places } from './navigation';
import { Shell } from './Shell';

/** Each page is fetched when somebody goes there. */
const pages: [string, ComponentType][] = [
  ['desk/drafts', lazy(() => import('~/document/outgoing/Drafts'))],
  ['desk/batch', lazy(() => import('~/document/matters/Batch'))],
  ['desk/:tab?', lazy(() => import('~/coordination/inbox/Desk'))],
  ['incoming', lazy(() => import('~/document/incoming/IncomingList'))],
  ['incoming/register', lazy(() => import('~/document/incoming/RegisterIncoming'))],
  ['incoming/:id', lazy(() => import('~/document/incoming/IncomingPage'))],
  ['outgoing', lazy(() => import('~/document/outgoing/OutgoingList'))],
  ['outgoing/new', lazy(() => import('~/document/outgoing/NewDraft'))],
  ['outgoing/received', lazy(() => import('~/document/outgoing/Received'))],
  ['outgoing/overdue', lazy(() => import('~/document/outgoing/Overdue'))],
  ['outgoing/seals', lazy(() => import('~/document/outgoing/sealing/Seals'))],
  ['outgoing/seal-uses', lazy(() => import('~/document/outgoing/sealing/SealUses'))],
  ['seal-applications/:id', lazy(() => import('~/document/outgoing/sealing/SealApplicationPage'))],
  ['outgoing/:id/sheet', lazy(() => import('~/document/outgoing/HandlingSheet'))],
  ['outgoing/:id/edit', lazy(() => import('~/document/outgoing/drafting/DraftingDesk'))],
  ['outgoing/:id', lazy(() => import('~/document/outgoing/OutgoingPage'))],
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
  return first ? <Navigate to={first.path} replace /> : null;
}
