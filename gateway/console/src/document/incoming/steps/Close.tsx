import { Input } from 'antd';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling, useIncoming } from '../incoming';

/** 办结: with its result; the archive gets it by itself. */
export default function Close({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.close`);
  const [answer, setAnswer] = useDraft(`${matter.name}.close-answer`);
  const answered = useIncoming(matter.subject).data?.handling?.answer;
  return (
    <ActForm
      focus title={t('close.title')} submit={t('close.submit')} cancel={cancel}
      input={{ name: matter.subject, matterEtag: matter.etag, opinion, answer }}
      send={(input, requestId) => handling.closeIncomingDocument({ ...input, requestId })}
      done={() => { setOpinion(''); setAnswer(''); done(); }}
    >
      <OpinionField label={t('close.opinion')} value={opinion} change={setOpinion} />
      {!answered && <div className="field"><label>{t('answer.how')} <Input value={answer} onChange={(e) => setAnswer(e.target.value)} maxLength={200} placeholder={t('answer.hint')} /></label></div>}
    </ActForm>
  );
}
