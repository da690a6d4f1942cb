import { t, type TextKey } from '~/texts/texts';
import { compareLines } from './lines';
import { changedFields, typedFields, type Sheet } from './sheet';

const labels: Record<(typeof typedFields)[number], TextKey> = { title: 'incoming.title', mainRecipients: 'incoming.mainRecipients', copyRecipients: 'incoming.copyRecipients', body: 'incoming.body' };

/** Two texts of one document, line by line: what the first has alone is struck out, what the second has alone is put in. */
export function SheetDifferences({ mine, theirs }: { mine: Sheet; theirs: Sheet }) {
  const changed = changedFields(theirs, mine);
  const others = changed.filter((field) => !(field in labels)).length;
  return (
    <>
      {typedFields.filter((field) => changed.includes(field)).map((field) => (
        <div key={field}>
          <h3>{t(labels[field])}</h3>
          <div className="difference" role="region" tabIndex={0} aria-label={t(labels[field])}>
            {compareLines(mine[field], theirs[field]).map((line, i) => (
              <p key={i}>{line.side === 'both' ? line.text : line.side === 'mine' ? <del>{line.text}</del> : <ins>{line.text}</ins>}</p>
            ))}
          </div>
        </div>
      ))}
      {others > 0 && <p>{t('conflict.others', { count: others })}</p>}
    </>
  );
}
