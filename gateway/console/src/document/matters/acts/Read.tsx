import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 阅毕: read, with a word if there is one. */
export function Read({ matter, done }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.reading`);
  return (
    <ActForm title={t('verb.READ')} input={{ name: matter.name, opinion }} send={(input, requestId) => matterClient.readMatter({ ...input, requestId })}
      done={() => { setOpinion(''); done(); }} submit={t('verb.READ')}>
      <OpinionField label={t('act.readNote')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
