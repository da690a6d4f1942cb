import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling } from '../outgoing';

/** 复核: approvals, attachments and format, before it gets its number. */
export default function Recheck({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.recheck`);
  return (
    <ActForm
      focus title={t('recheck.title')} submit={t('recheck.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, opinion }} send={(input, requestId) => handling.recheckOutgoingDocument({ ...input, requestId })} done={() => { setOpinion(''); done(); }}
    >
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
