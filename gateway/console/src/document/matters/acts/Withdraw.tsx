import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 撤回: taken back before anybody opened it. */
export default function Withdraw({ matter, done, cancel }: ActProps) {
  const [reason, set] = useDraft(`${matter.name}.withdraw`);
  return (
    <ActForm
      focus title={t('verb.WITHDRAW')} submit={t('verb.WITHDRAW')} cancel={cancel} ready={reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, reason }} send={(input, requestId) => matterClient.withdrawMatter({ ...input, requestId })} done={() => { set(''); done(); }}
    >
      <OpinionField required label={t('act.reason')} value={reason} change={set} />
    </ActForm>
  );
}
