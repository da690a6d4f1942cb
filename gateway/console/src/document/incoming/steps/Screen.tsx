import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { OpinionField } from '~/document/matters/OpinionField';
import { asAssignees, PostsPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { HandlingKind } from '~/gen/backoffice/document/v1/handling_pb';
import { t } from '~/texts/texts';
import { handling } from '../incoming';

const questions = ['oursToHandle', 'routingRulesKept', 'genreAndFormatRight', 'consulted', 'draftingRulesKept'] as const;

/** 初审: the five questions, each answered by whoever screens; one no returns the document to its sender. */
export default function Screen({ matter, done, cancel }: ActProps) {
  const [answers, setAnswers] = useState<Partial<Record<(typeof questions)[number], boolean>>>({});
  const [kind, setKind] = useState(HandlingKind.UNSPECIFIED);
  const [readers, setReaders] = useState<string[]>([]);
  const [opinion, setOpinion] = useDraft(`${matter.name}.screen`);
  const answered = questions.every((q) => answers[q] !== undefined);
  const passes = questions.every((q) => answers[q] === true);
  const forInformation = passes && kind === HandlingKind.FOR_INFORMATION;
  return (
    <ActForm
      focus title={t('screen.title')} cancel={cancel} danger={answered && !passes}
      submit={t(answered && !passes ? 'screen.returnToSender' : 'screen.pass')}
      ready={answered && (passes ? kind !== HandlingKind.UNSPECIFIED && (!forInformation || readers.length > 0) : opinion.trim() !== '')}
      input={{ name: matter.subject, matterEtag: matter.etag, checks: answers, kind: passes ? kind : HandlingKind.UNSPECIFIED, readers: forInformation ? asAssignees(readers) : [], opinion }}
      send={(input, requestId) => handling.screenIncomingDocument({ ...input, requestId })}
      done={() => { setOpinion(''); done(); }}
    >
      <ol className="questions">
        {questions.map((q) => (
          <li key={q}>
            <fieldset><legend>{t(`screen.${q}`)}</legend>
              {[true, false].map((yes) => (
                <label key={String(yes)}><input type="radio" name={q} checked={answers[q] === yes} onChange={() => setAnswers({ ...answers, [q]: yes })} /> {t(yes ? 'form.yes' : 'form.no')}</label>
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      <p><button type="button" className="link" onClick={() => setAnswers(Object.fromEntries(questions.map((q) => [q, true])))}>{t('screen.allYes')}</button></p>
      {passes && (
        <fieldset><legend>{t('screen.kind')}</legend>
          {[HandlingKind.FOR_ACTION, HandlingKind.FOR_INFORMATION].map((k) => (
            <label key={k}><input type="radio" name="kind" checked={kind === k} onChange={() => setKind(k)} /> {t(k === HandlingKind.FOR_ACTION ? 'kind.forAction' : 'kind.forInformation')}</label>
          ))}
        </fieldset>
      )}
      {forInformation && <PostsPicker people required label={t('act.readers')} value={readers} change={setReaders} />}
      <OpinionField required={answered && !passes} label={t(answered && !passes ? 'screen.why' : 'act.note')} value={opinion} change={setOpinion} />
    </ActForm>
  );
}
