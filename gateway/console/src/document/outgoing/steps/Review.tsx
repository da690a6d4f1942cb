import { Input } from 'antd';
import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { ReviewPart } from '~/gen/backoffice/document/v1/outgoing_handling_pb';
import { t, type TextKey } from '~/texts/texts';
import { handling, useOutgoing } from '../outgoing';

const parts = Object.values(ReviewPart).filter((p): p is ReviewPart => typeof p === 'number' && p !== ReviewPart.UNSPECIFIED);

/** 核稿: the five parts, each in order or not. */
export default function Review({ matter, done, cancel }: ActProps) {
  const [opinion, setOpinion] = useDraft(`${matter.name}.review`);
  const [answers, setAnswers] = useState<Partial<Record<ReviewPart, boolean>>>({});
  const [notes, setNotes] = useState<Partial<Record<ReviewPart, string>>>({});
  const [legalityPost, setLegalityPost] = useState('');
  const normative = useOutgoing(matter.subject).data?.normative ?? false;
  return (
    <ActForm
      focus title={t('review.title')} submit={t('review.submit')} cancel={cancel}
      ready={parts.every((p) => answers[p] === true || (answers[p] === false && notes[p]))}
      input={{ name: matter.subject, matterEtag: matter.etag, seenSha256: matter.contentSha256, opinion, legalityPost, answers: parts.map((part) => ({ part, inOrder: answers[part] ?? false, note: answers[part] ? '' : (notes[part] ?? '') })) }}
      send={(input, requestId) => handling.reviewOutgoingDocument({ ...input, requestId })} done={() => { setOpinion(''); done(); }}
    >
      <ol className="questions">
        {parts.map((part) => (
          <li key={part}>
            <fieldset><legend>{t(`review.${ReviewPart[part]}` as TextKey)}</legend>
              {[true, false].map((yes) => <label key={String(yes)}><input type="radio" name={`part${part}`} checked={answers[part] === yes} onChange={() => setAnswers({ ...answers, [part]: yes })} /> {t(yes ? 'review.inOrder' : 'review.notInOrder')}</label>)}
              {answers[part] === false && <Input aria-label={t('review.note')} placeholder={t('review.note')} value={notes[part] ?? ''} onChange={(e) => setNotes({ ...notes, [part]: e.target.value })} />}
            </fieldset>
          </li>
        ))}
      </ol>
      <p><button type="button" className="link" onClick={() => setAnswers(Object.fromEntries(parts.map((p) => [p, true])))}>{t('review.allInOrder')}</button></p>
      {normative && <PostPicker label={t('review.legalityPost')} value={legalityPost} change={setLegalityPost} />}
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
