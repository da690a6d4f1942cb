import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { t } from '~/texts/texts';
import { sealing } from '../sealing';

/** 盖章: by the custodian, on the print version that was approved. */
export default function Affix({ matter, done, cancel }: ActProps) {
  return (
    <ActForm focus title={t('seal.affix')} submit={t('seal.affix')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag }} send={(input, requestId) => sealing.affixSeal({ ...input, requestId })} done={done}>
      <p>{t('seal.affixHint')}</p>
    </ActForm>
  );
}
