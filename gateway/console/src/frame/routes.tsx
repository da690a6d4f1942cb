import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { mayCall, permissionOf, type Needs } from '~/calls/access';
import { useMe } from '~/session/Session';
import { addWords, t, useLanguage } from '~/texts/texts';
import { base } from './base';
import { places } from './navigation';
import { Shell } from './Shell';

/** Pages that are fetched with the words that only pages of their kind say. */
const saying = (...words: (() => Promise<{ default: Parameters<typeof addWords>[0] }>)[]) => (load: () => Promise<{ default: ComponentType }>): ComponentType => lazy(async () => {
  const [page, ...said] = await Promise.all([load(), ...words.map((fetch) => fetch())]);
  for (const one of said) addWords(one.default);
  return page;
});
const papers = saying(() => import('~/texts/zh-CN.papers'));
const people = saying(() => import('~/texts/zh-CN.people'));
const duties = saying(() => import('~/texts/zh-CN.duties'));
const upkeep = saying(() => import('~/texts/zh-CN.people'), () => import('~/texts/zh-CN.upkeep'));

/** Each page is fetched when somebody goes there; a form whose call the caller may not make says so instead. */
export const pages: [string, ComponentType, Needs?][] = [
  ['desk/drafts', papers(() => import('~/document/outgoing/Drafts'))],
  ['desk/batch', lazy(() => import('~/document/matters/Batch'))],
  ['desk/:tab?', lazy(() => import('~/coordination/inbox/Desk'))],
  ['incoming', papers(() => import('~/document/incoming/IncomingList'))],
  ['incoming/import', papers(() => import('~/document/incoming/imports/ImportIncoming')), 'document.incomingDocuments.import'],
  ['incoming/sign-for', papers(() => import('~/document/incoming/SignForIncoming')), 'document.incomingDocuments.signFor'],
  ['incoming/register', papers(() => import('~/document/incoming/RegisterIncoming')), 'document.incomingDocuments.register'],
  ['incoming/:id', papers(() => import('~/document/incoming/IncomingPage'))],
  ['outgoing', papers(() => import('~/document/outgoing/OutgoingList'))],
  ['outgoing/new', papers(() => import('~/document/outgoing/NewDraft'))],
  ['outgoing/received', papers(() => import('~/document/outgoing/Received'))],
  ['outgoing/overdue', papers(() => import('~/document/outgoing/Overdue'))],
  ['outgoing/numbers', papers(() => import('~/document/outgoing/numbers/Numbers')), 'document.documentNumbers.read'],
  ['outgoing/seals', papers(() => import('~/document/outgoing/sealing/Seals'))],
  ['outgoing/seal-uses', papers(() => import('~/document/outgoing/sealing/SealUses'))],
  ['outgoing/verify-seal', papers(() => import('~/document/outgoing/sealing/VerifySeal')), 'document.seals.verify'],
  ['outgoing/templates', papers(() => import('~/document/outgoing/templates/Templates'))],
  ['outgoing/templates/:id', papers(() => import('~/document/outgoing/templates/TemplatePage'))],
  ['seal-applications/:id', papers(() => import('~/document/outgoing/sealing/SealApplicationPage'))],
  ['outgoing/:id/sheet', papers(() => import('~/document/outgoing/HandlingSheet'))],
  ['outgoing/:id/edit', papers(() => import('~/document/outgoing/drafting/DraftingDesk'))],
  ['outgoing/:id', papers(() => import('~/document/outgoing/OutgoingPage'))],
  ['incoming/:id/correct', papers(() => import('~/document/incoming/CorrectIncoming')), 'document.incomingDocuments.update'],
  ['search', lazy(() => import('~/search/SearchPage'))],
  ['archive', lazy(() => import('~/archive/ArchiveList'))],
  ['archive/file', lazy(() => import('~/archive/FileItem')), 'archive.archiveItems.file'],
  ['archive/filings', duties(() => import('~/archive/Filings')), 'archive.filings.read'],
  ['archive/:id', lazy(() => import('~/archive/ArchivePage'))],
  ['secrecy', papers(() => import('~/document/secrecy/Leaks'))],
  ['secrecy/reviews', papers(() => import('~/document/secrecy/DueReviews')), 'document.classification.list'],
  ['secrecy/leaks/:id', papers(() => import('~/document/secrecy/LeakPage'))],
  ['exchange', upkeep(() => import('~/document/partners/ExchangePartners'))],
  ['rooms', people(() => import('~/meeting/Rooms'))],
  ['vehicles', people(() => import('~/logistics/Vehicles'))],
  ['organisation/:unit?', people(() => import('~/coordination/organisation/Organisation'))],
  ['departures/:id', duties(() => import('~/document/departures/Departure')), 'document.departures.check'],
  ['matters/:id', duties(() => import('~/document/matters/Matters'))],
  ['delegations', duties(() => import('~/coordination/delegations/Delegations')), 'coordination.delegations.read'],
  ['delegations/:id', duties(() => import('~/coordination/delegations/DelegationPage'))],
  ['figures', duties(() => import('~/coordination/figures/Figures')), 'coordination.statistics.read'],
  ['procedures/:id?', lazy(() => import('~/document/procedures/Procedures'))],
  ['audit', lazy(() => import('~/platform/Audit'))],
  ['events', upkeep(() => import('~/platform/events/Events'))],
  ['rights', people(() => import('~/identity/Rights'))],
  ['account', people(() => import('~/identity/MyAccount'))],
  ['*', lazy(() => import('./NoSuchPage'))],
];
const SignedIn = lazy(() => import('~/session/SignedIn'));

export function Pages() {
  return (
    <BrowserRouter basename={base}>
      <Routes>
        <Route path="/signed-in" element={<Suspense><SignedIn /></Suspense>} />
        {/* Everything is read anew in another language. */}
        <Route element={<Shell key={useLanguage()} />}>
          <Route index element={<Home />} />
          {pages.map(([path, Page, needs]) => <Route key={path} path={path} element={<Gate needs={needs}><Page /></Gate>} />)}
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

function Gate({ needs, children }: { needs: Needs | undefined; children: ReactNode }) {
  const me = useMe();
  return needs === undefined || mayCall(me, needs) ? children : <p className="empty" role="alert">{t('shell.notAllowed', { permission: permissionOf(needs) })}</p>;
}

/** The first place that is open to the caller. */
function Home() {
  const me = useMe();
  const first = places.find((place) => mayCall(me, place.needs));
  return first ? <Navigate to={first.path} replace /> : <p className="empty">{t('shell.nothingYet')}</p>;
}
