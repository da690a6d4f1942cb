import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling } from '../outgoing';

/** 核发: to all main and copy recipients, one copy each. */
export default function Dispatch({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.dispatch`);
  return (
    <ActForm
      focus title={t('dispatch.title')} submit={t('dispatch.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, opinion }} send={(input, requestId) => handling.dispatchOutgoingDocument({ ...input, requestId })} done={() => { setOpinion(''); done(); }}
    >
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
