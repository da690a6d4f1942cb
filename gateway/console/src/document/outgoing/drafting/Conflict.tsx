import { Button } from 'antd';
import { t } from '~/texts/texts';
import type { Sheet } from './sheet';
import { SheetDifferences } from './SheetDifferences';

interface Props {
  title: string;
  mine: Sheet;
  theirs: Sheet;
  /** Absent where nothing may be changed now: what was typed stays beside it until then. */
  keepMine: (() => void) | undefined;
  keepTheirs: () => void;
}

/** 冲突: both texts, and whoever typed decides which goes on; the other stays as a version or a working copy until then. */
export function Conflict({ title, mine, theirs, keepMine, keepTheirs }: Props) {
  return (
    <section className="conflict" role="alert" aria-label={t('conflict.label')}>
      <h2>{title}</h2>
      <p className="buttons">
        {keepMine && <Button type="primary" onClick={keepMine}>{t('conflict.keepMine')}</Button>}
        <Button onClick={keepTheirs}>{t('conflict.keepTheirs')}</Button>
      </p>
      <p><del>{t('conflict.mineAlone')}</del> <ins>{t('conflict.theirsAlone')}</ins></p>
      <SheetDifferences mine={mine} theirs={theirs} />
    </section>
  );
}
