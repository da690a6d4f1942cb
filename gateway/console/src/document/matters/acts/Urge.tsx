import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 催办: a word to whoever the matter waits for. */
export default function Urge({ matter, done, cancel }: ActProps) {
  const [note, set] = useDraft(`${matter.name}.urge`);
  return (
    <ActForm
      focus title={t('verb.URGE')} submit={t('verb.URGE')} cancel={cancel}
      input={{ name: matter.name, note }} send={(input, requestId) => matterClient.urgeMatter({ ...input, requestId })} done={() => { set(''); done(); }}
    >
      <OpinionField label={t('act.note')} value={note} change={set} />
    </ActForm>
  );
}
