import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 终止: ended without result. */
export default function Terminate({ matter, done, cancel }: ActProps) {
  const [reason, set] = useDraft(`${matter.name}.terminate`);
  return (
    <ActForm
      focus danger title={t('verb.TERMINATE')} submit={t('verb.TERMINATE')} cancel={cancel} ready={reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, reason }} send={(input, requestId) => matterClient.terminateMatter({ ...input, requestId })} done={() => { set(''); done(); }}
    >
      <OpinionField required label={t('act.reason')} value={reason} change={set} />
    </ActForm>
  );
}
