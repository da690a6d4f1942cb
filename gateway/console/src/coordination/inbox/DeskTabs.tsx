import { NavLink } from 'react-router';
import { mayCall } from '~/calls/access';
import { drafting } from '~/frame/navigation';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { tabs, type useInboxCounts } from './inbox';

/** The tabs of the desk with their counts, and whether these are live; drafts are nobody's task and have none. */
export function DeskTabs({ at, counts, live, away }: { at: string } & ReturnType<typeof useInboxCounts>) {
  const me = useMe();
  return (
    <nav className="tabs" aria-label={t('desk.tabs')}>
      {tabs.map((one) => (
        <NavLink key={one.path} to={`/desk/${one.path}`} aria-current={one.path === at ? 'page' : undefined} className={one.path === at ? 'active' : ''}>
          {t(`desk.${one.path}`)} <span className="count">{String(counts[one.count])}</span>
        </NavLink>
      ))}
      {mayCall(me, drafting) && <NavLink to="/desk/drafts">{t('drafts.title')}</NavLink>}
      <span className="space" />
      <span className={live ? 'live' : 'live away'} role="status" title={live ? undefined : away}>{t(live ? 'desk.live' : 'desk.away')}</span>
    </nav>
  );
}
