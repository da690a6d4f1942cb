import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { t } from '~/texts/texts';
import { handling } from '../outgoing';

/** 印制: the print version is frozen. */
export default function Print({ matter, done, cancel }: ActProps) {
  return (
    <ActForm focus title={t('print.title')} submit={t('print.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag }} send={(input, requestId) => handling.printOutgoingDocument({ ...input, requestId })} done={done} />
  );
}
