import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 不同意: with a reason; the holder's returns the matter to whoever started it. */
export default function Disagree({ matter, done, cancel }: ActProps) {
  const [reason, set] = useDraft(`${matter.name}.disagree`);
  return (
    <ActForm
      focus danger title={t('verb.DISAGREE')} submit={t('verb.DISAGREE')} cancel={cancel} ready={reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, seenSha256: matter.contentSha256, reason }} send={(input, requestId) => matterClient.disagreeMatter({ ...input, requestId })} done={() => { set(''); done(); }}
    >
      <OpinionField required label={t('act.reason')} value={reason} change={set} />
    </ActForm>
  );
}
