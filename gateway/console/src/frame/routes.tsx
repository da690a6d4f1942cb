import { getOption, type DescMethod } from '@bufbuild/protobuf';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { mayCall } from '~/calls/access';
import { ArchiveItemService } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { access } from '~/gen/backoffice/options/v1/access_pb';
import { useMe } from '~/session/Session';
import { t, useLanguage } from '~/texts/texts';
import { places } from './navigation';
import { Shell } from './Shell';

const incoming = IncomingDocumentService.method;

/** Each page is fetched when somebody goes there; a form whose call the caller may not make says so instead. */
const pages: [string, ComponentType, DescMethod?][] = [
  ['desk/:tab?', lazy(() => import('~/coordination/inbox/Desk'))],
  ['incoming', lazy(() => import('~/document/incoming/IncomingList'))],
  ['incoming/import', lazy(() => import('~/document/incoming/imports/ImportIncoming')), incoming.importIncomingDocuments],
  ['incoming/sign-for', lazy(() => import('~/document/incoming/SignForIncoming')), incoming.signForIncomingDocument],
  ['incoming/register', lazy(() => import('~/document/incoming/RegisterIncoming')), incoming.registerIncomingDocument],
  ['incoming/:id', lazy(() => import('~/document/incoming/IncomingPage'))],
  ['outgoing', lazy(() => import('~/document/outgoing/OutgoingList'))],
  ['outgoing/:id', lazy(() => import('~/document/outgoing/OutgoingPage'))],
  ['incoming/:id/correct', lazy(() => import('~/document/incoming/CorrectIncoming')), incoming.updateIncomingDocument],
  ['search', lazy(() => import('~/search/SearchPage'))],
  ['archive', lazy(() => import('~/archive/ArchiveList'))],
  ['archive/file', lazy(() => import('~/archive/FileItem')), ArchiveItemService.method.fileArchiveItem],
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
          {pages.map(([path, Page, needs]) => <Route key={path} path={path} element={<Gate needs={needs}><Page /></Gate>} />)}
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

function Gate({ needs, children }: { needs: DescMethod | undefined; children: ReactNode }) {
  const me = useMe();
  return needs === undefined || mayCall(me, needs) ? children : <p className="empty" role="alert">{t('shell.notAllowed', { permission: getOption(needs, access).permission })}</p>;
}

/** The first place that is open to the caller. */
function Home() {
  const me = useMe();
  const first = places.find((place) => mayCall(me, place.needs));
  return first ? <Navigate to={first.path} replace /> : <p className="empty">{t('shell.nothingYet')}</p>;
}
