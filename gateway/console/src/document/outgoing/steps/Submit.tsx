import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { documents } from '../outgoing';

/** 送审: once more, after it was returned to its drafter. */
export default function Submit({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.submit`);
  return (
    <ActForm
      focus title={t('submit.title')} submit={t('submit.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, opinion }} send={(input, requestId) => documents.submitOutgoingDocument({ ...input, requestId })} done={() => { setOpinion(''); done(); }}
    >
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
