import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { InboxItem } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { TaskKind } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t } from '~/texts/texts';
import { subjectPath } from './inbox';

const SignFor = lazy(() => import('~/document/dispatches/SignFor'));
const Acting = lazy(() => import('~/document/matters/Acting'));
const SubjectSummary = lazy(() => import('~/document/matters/SubjectSummary'));

/** The chosen matter: what it is, where it is and why, and what the caller may do about it. */
export function ReadingPane({ item, afterActing, close }: { item: InboxItem; afterActing: () => void; close: () => void }) {
  const toRead = item.task !== undefined && !item.task.endTime && (item.task.kind === TaskKind.READ || item.task.kind === TaskKind.COPY);
  return (
    <article>
      <header>
        <h2>{item.title}</h2>
        <Link to={subjectPath(item.subject)}>{t('desk.openPage')}</Link>
        <Button size="small" className="narrow" onClick={close}>{t('shell.close')}</Button>
      </header>
      {item.task?.dueExplanation && !item.task.endTime && <p className="why-due">{item.task.dueExplanation}</p>}
      <Suspense fallback={<p className="waiting">{t('shell.loading')}</p>}>
        {item.matter === '' ? <SignFor dispatch={item.subject} afterActing={afterActing} /> : (
          <>
            <Acting matter={item.matter} toRead={toRead} afterActing={afterActing} />
            <SubjectSummary subject={item.subject} matter={item.matter} />
          </>
        )}
      </Suspense>
    </article>
  );
}
