import { Button } from 'antd';
import { t, type TextKey } from '~/texts/texts';
import { compareLines } from './lines';
import { changedFields, typedFields, type Sheet } from './sheet';

interface Props {
  title: string;
  mine: Sheet;
  theirs: Sheet;
  /** Absent where nothing may be changed now: what was typed stays beside it until then. */
  keepMine: (() => void) | undefined;
  keepTheirs: () => void;
}

const labels: Record<(typeof typedFields)[number], TextKey> = { title: 'incoming.title', mainRecipients: 'incoming.mainRecipients', copyRecipients: 'incoming.copyRecipients', body: 'incoming.body' };

/** 冲突: both texts, and whoever typed decides which goes on; the other stays as a version or a working copy until then. */
export function Conflict({ title, mine, theirs, keepMine, keepTheirs }: Props) {
  const changed = changedFields(theirs, mine);
  const others = changed.filter((field) => !(field in labels)).length;
  return (
    <section className="conflict" role="alert" aria-label={t('conflict.label')}>
      <h2>{title}</h2>
      <p className="buttons">
        {keepMine && <Button type="primary" onClick={keepMine}>{t('conflict.keepMine')}</Button>}
        <Button onClick={keepTheirs}>{t('conflict.keepTheirs')}</Button>
      </p>
      <p><del>{t('conflict.mineAlone')}</del> <ins>{t('conflict.theirsAlone')}</ins></p>
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
    </section>
  );
}
