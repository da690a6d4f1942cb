import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { postTitle, postWithHolder } from '~/coordination/directory/directory';
import { DirectoryService, type Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { PostFunction, type Post } from '~/gen/backoffice/coordination/v1/posts_pb';
import { UnitKind, type Unit } from '~/gen/backoffice/coordination/v1/units_pb';
import { DepartureService } from '~/gen/backoffice/document/v1/departures_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { Act } from './Keeping';
import { useFindings } from './units';

/** One unit: duties, posts with holders and backups, and what is wanting. */
export function UnitPane({ unit, directory }: { unit: Unit; directory: Directory }) {
  const me = useMe();
  const posts = directory.posts.filter((post) => post.unit === unit.name);
  const findings = useFindings(mayCall(me, DirectoryService.method.checkDirectory) ? directory.version : undefined).data ?? [];
  const people = directory.people.filter((person) => person.posts.some((name) => posts.some((post) => post.name === name)));
  const concerned = [unit.name, ...posts.map((p) => p.name), ...people.map((p) => p.name)];
  const wanting = findings.filter((finding) => concerned.includes(finding.name));
  const above = directory.units.find((one) => one.name === unit.parent);
  const below = directory.units.filter((one) => one.parent === unit.name);
  return (
    <article>
      <header>
        <h2>{unit.displayName}</h2>
        <span className="state">{t(`unitKind.${UnitKind[unit.kind]}` as TextKey)}</span>
        {unit.closed && <span className="state CANCELLED">{t('organisation.closed')}</span>}
      </header>
      <p className="acts-of"><Act of="unit" name={unit.name} /> <Act of="unit" at={unit.name} /></p>
      {above && <p>{t('organisation.above')} <Link to={`/organisation/${above.name.replace('units/', '')}`} replace>{above.displayName}</Link></p>}
      {wanting.length > 0 && <ul className="wanting" aria-label={t('organisation.wanting')}>{wanting.map((f) => <li key={f.name + f.kind}>{f.message}</li>)}</ul>}
      {unit.responsibilities.length > 0 && <section><h3>{t('organisation.duties')}</h3><ul>{unit.responsibilities.map((duty) => <li key={duty}>{duty}</li>)}</ul></section>}
      {below.length > 0 && <section><h3>{t('organisation.below')}</h3><ul>{below.map((one) => <li key={one.name}><Link to={`/organisation/${one.name.replace('units/', '')}`} replace>{one.displayName}</Link></li>)}</ul></section>}
      <section>
        <h3>{t('organisation.posts')}</h3>
        <p className="acts-of"><Act of="post" at={unit.name} /></p>
        {posts.length === 0 ? <p className="empty">{t('organisation.noPosts')}</p> : <ul className="posts">{posts.map((post) => <PostCard key={post.name} post={post} directory={directory} />)}</ul>}
      </section>
    </article>
  );
}

function PostCard({ post, directory }: { post: Post; directory: Directory }) {
  const me = useMe();
  const holders = directory.people.filter((person) => !person.left && person.posts.includes(post.name));
  const delegation = directory.delegations.find((one) => one.post === post.name && one.revokeTime === undefined);
  return (
    <li>
      <h4>{post.displayName}{post.function !== PostFunction.UNSPECIFIED && <small> {t(`postFunction.${PostFunction[post.function]}` as TextKey)}</small>}{post.closed && <small> {t('organisation.closed')}</small>}</h4>
      <p>{holders.length === 0 ? <em className="wrong">{t('organisation.vacant')}</em> : holders.map((person) => (
        <span key={person.name} className="holder">{person.displayName}{person.posts[0] !== post.name && <small> {t('organisation.also', { post: postTitle(directory, person.posts[0]!) })}</small>} <Act of="person" name={person.name} says={person.displayName} /> {mayCall(me, DepartureService.method.checkDeparture) && <Link to={`/${person.name.replace('people', 'departures')}`} aria-label={t('organisation.actOf', { act: t('departure.title'), name: person.displayName })}>{t('departure.title')}</Link>}</span>
      ))}</p>
      {post.backupPost && <p className="facts">{t('organisation.backup', { post: postWithHolder(directory, post.backupPost) })}</p>}
      {delegation && <p className="facts"><Link to={`/${delegation.name}`}>{t('organisation.delegated', { deputy: postWithHolder(directory, delegation.deputyPost), until: when(delegation.endTime) })}</Link></p>}
      <p className="acts-of"><Act of="post" name={post.name} says={post.displayName} /> {!post.closed && <Act of="person" at={post.name} says={post.displayName} />}</p>
      {post.responsibilities.length > 0 && <ul className="facts">{post.responsibilities.map((duty) => <li key={duty}>{duty}</li>)}</ul>}
    </li>
  );
}
