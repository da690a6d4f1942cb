import { Input } from 'antd';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling } from '../incoming';

/** 承办、答复: the lead's result, and how the sender was answered. */
export default function Answer({ matter, done, cancel }: ActProps) {
  const [result, setResult] = useDraft(`${matter.name}.result`);
  const [answer, setAnswer] = useDraft(`${matter.name}.answer`);
  return (
    <ActForm
      focus title={t('answer.title')} submit={t('answer.submit')} cancel={cancel} ready={result.trim() !== ''}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, result, answer }}
      send={(input, requestId) => handling.answerIncomingDocument({ ...input, requestId })}
      done={() => { setResult(''); setAnswer(''); done(); }}
    >
      <OpinionField required label={t('answer.result')} value={result} change={setResult} />
      <div className="field"><label>{t('answer.how')} <Input value={answer} onChange={(e) => setAnswer(e.target.value)} maxLength={200} placeholder={t('answer.hint')} /></label></div>
    </ActForm>
  );
}
