import { Link } from 'react-router';
import { postTitle, personName, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { Verb } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { useActs } from './matters';

/** 流转记录: everything done, in its order; that nothing of it was altered is checked with every reading. */
export function History({ matter, open = false }: { matter: string; open?: boolean }) {
  const directory = useDirectory();
  const told = useActs(matter).data;
  if (told === undefined) return null;
  const named = (target: string) => (target.startsWith('people/') ? personName(directory, target) : postWithHolder(directory, target));
  return (
    <details className="history" open={open}>
      <summary>{t('history.title', { count: told.acts.length })} {told.sealsHold ? <span className="sealed">{t('history.sealed')}</span> : <strong className="wrong">{t('history.broken')}</strong>}</summary>
      <ol>
        {told.acts.map((act) => (
          <li key={act.number}>
            <time>{when(act.time)}</time> {act.stepTitle} · {postTitle(directory, act.actor!.post)} {act.actor!.displayName} <strong>{t(`verb.${Verb[act.verb]}` as TextKey)}</strong>
            {act.targets.length > 0 && <> → {act.targets.map(named).join('、')}</>}{act.opinion && <q>{act.opinion}</q>}
          </li>
        ))}
      </ol>
      {!open && <p><Link to={`/${matter}`}>{t('matters.title')}</Link></p>}
    </details>
  );
}
