import { NavLink } from 'react-router';
import { mayCall } from '~/calls/access';
import { ClassificationService } from '~/gen/backoffice/document/v1/classification_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';

/** What belongs to secrecy beside the reports; whoever has one place needs no choice. */
export function SecrecyPlaces() {
  if (!mayCall(useMe(), ClassificationService.method.listDueReviews)) return null;
  return (
    <nav className="places" aria-label={t('nav.secrecy')}>
      <NavLink to="/secrecy" end>{t('leaks.title')}</NavLink>
      <NavLink to="/secrecy/reviews">{t('reviews.title')}</NavLink>
    </nav>
  );
}
