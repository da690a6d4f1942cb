import { postTitle, useDirectory } from '~/coordination/directory/directory';
import { OpinionForm, Verb, type Act } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { useActs } from './matters';

const decides: Verb[] = [Verb.AGREE, Verb.DISAGREE, Verb.RETURN, Verb.READ];

/** 意见栏: step by step as on the handling sheet, each with post, name and time. */
export function Opinions({ matter }: { matter: string }) {
  const directory = useDirectory();
  const acts = (useActs(matter).data?.acts ?? []).filter((act) => decides.includes(act.verb));
  const columns = new Map<string, Act[]>();
  for (const act of acts) columns.set(act.stepTitle, [...(columns.get(act.stepTitle) ?? []), act]);
  return (
    <section className="opinions" aria-label={t('opinion.column')}>
      <h2>{t('opinion.column')}</h2>
      {acts.length === 0 && <p className="empty">{t('opinion.none')}</p>}
      {[...columns].map(([step, given]) => (
        <div key={step} className="opinion-column">
          <h3>{step}</h3>
          {given.map((act) => (
            <figure key={act.number} className={Verb[act.verb]}>
              <blockquote>{act.opinion || t(act.opinionForm === OpinionForm.CIRCLED ? 'opinion.circled' : `verb.${Verb[act.verb]}` as TextKey)}{act.superseded && <small>{t('opinion.superseded')}</small>}</blockquote>
              <figcaption>
                {postTitle(directory, act.actor!.post)} {act.actor!.displayName}
                {act.actor!.onBehalfOf && ` ${t('desk.onBehalf', { post: postTitle(directory, act.actor!.onBehalfOf) })}`} <time>{when(act.time)}</time>
              </figcaption>
            </figure>
          ))}
        </div>
      ))}
    </section>
  );
}
