import { mayCall } from '~/calls/access';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { PersonService } from '~/gen/backoffice/coordination/v1/people_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { Act } from './Keeping';

/** Whoever holds no post is found under no unit: here, for whoever appoints people. */
export function Unplaced({ directory }: { directory: Directory }) {
  const people = directory.people.filter((person) => person.posts.length === 0);
  if (!mayCall(useMe(), PersonService.method.updatePerson) || people.length === 0) return null;
  return (
    <section aria-label={t('organisation.unplaced')}>
      <h3>{t('organisation.unplaced')}</h3>
      <ul className="unplaced">
        {people.map((person) => <li key={person.name}>{person.displayName}{person.left && <small> {t('organisation.hasLeft')}</small>} <Act of="person" name={person.name} says={person.displayName} /></li>)}
      </ul>
    </section>
  );
}
