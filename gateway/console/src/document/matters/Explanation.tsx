import { t } from '~/texts/texts';
import { useExplanation } from './matters';

/** Where it is, who waits for whom, why, and what comes next: in whole sentences. */
export function Explanation({ matter }: { matter: string }) {
  const told = useExplanation(matter).data;
  if (told === undefined) return null;
  return (
    <section className="explanation" aria-label={t('matter.explanation')}>
      <p><strong>{told.where}</strong></p>
      {told.waiting.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <details>
        <summary>{t('matter.why')}</summary>
        <ul>{[...told.why, ...told.next].map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      </details>
    </section>
  );
}
