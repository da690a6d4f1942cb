import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { sealing } from '../sealing';

/** 批准用印: by the head of the unit, never by whoever applied. */
export default function Approve({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.approve-seal`);
  return (
    <ActForm focus title={t('seal.approve')} submit={t('seal.approve')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, opinion }}
      send={(input, requestId) => sealing.approveSealApplication({ ...input, requestId })} done={() => { setOpinion(''); done(); }}>
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
