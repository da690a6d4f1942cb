import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Citation, RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ProofCertainty, ProofElement, ProofKind, type ProofFinding } from '~/gen/backoffice/document/v1/proofreading_pb';
import type { RuleCitation } from '~/gen/backoffice/regulations/v1/citation_pb';
import { language, t, type TextKey } from '~/texts/texts';
import { RuleOverride } from '../RuleOverride';
import { certain, fixable, stands } from './proofs';
import type { Sheet } from './sheet';

interface Props {
  name: string;
  sheet: Sheet;
  rules: RuleCitation[];
  /** The rules saw the document as it was saved. */
  behind: boolean;
  proofs: ProofFinding[];
  more: boolean;
  reading: boolean;
  error: unknown;
  mend: (findings: ProofFinding[]) => void;
  show: (finding: ProofFinding) => void;
  readOnly: boolean;
}

const first = 60;

/** What the rules and the proofreading find, with article; one click mends what can be mended safely. */
export function Findings({ name, sheet, rules, behind, proofs, more, reading, error, mend, show, readOnly }: Props) {
  const standing = proofs.filter((finding) => stands(sheet, finding));
  const sure = standing.filter(certain);
  const [shown, setShown] = useState(first);
  useEffect(() => setShown(first), [name]);
  return (
    <section className="findings" aria-label={t('draft.findings')}>
      <h2>{t('draft.proofs', { count: standing.length })} {reading && <small>{t('draft.reading')}</small>}</h2>
      {error !== null && <RefusalNotice refusal={refusalOf(error)} />}
      {standing.length === 0 && !reading && error === null && <p className="fine">{t('draft.noProofs')}</p>}
      {sure.length > 1 && !readOnly && <Button size="small" type="primary" onClick={() => mend(sure)}>{t('draft.mendAll', { count: sure.length })}</Button>}
      <ol className="proofs">
        {standing.slice(0, shown).map((finding) => (
          <li key={`${finding.id}/${finding.offset}`} className={finding.certainty === ProofCertainty.ERROR ? 'error' : 'hint'}>
            <Proof finding={finding} mend={readOnly ? undefined : () => mend([finding])} show={() => show(finding)} />
          </li>
        ))}
      </ol>
      {standing.length > shown && <Button size="small" onClick={() => setShown(shown + first)}>{t('list.more')}</Button>}
      {more && <p><small>{t('draft.moreProofs')}</small></p>}
      <h2>{t('outgoing.findings')} {behind && <small>{t('draft.rulesBehind')}</small>}</h2>
      {rules.length === 0 && <p className="fine">{t('outgoing.noFindings')}</p>}
      {rules.map((finding, i) => (
        <div key={finding.ruleId + i}>
          <Citation citation={finding} />
          <RuleOverride document={name} finding={finding} />
        </div>
      ))}
    </section>
  );
}

function Proof({ finding, mend, show }: { finding: ProofFinding; mend: (() => void) | undefined; show: () => void }) {
  const kind = ProofKind[finding.kind];
  return (
    <>
      <p>
        <strong>{t(finding.certainty === ProofCertainty.ERROR ? 'draft.error' : 'draft.hint')}</strong> {kind && t(`proof.${kind}` as TextKey)} · {t(`element.${ProofElement[finding.element]}` as TextKey)}{finding.annex && `（${finding.annex}）`}{' '}
        <q>{finding.found}</q>
      </p>
      <p>{language() === 'en' && finding.messageEn ? finding.messageEn : finding.message}</p>
      <p className="source"><small>{finding.article ? `《${finding.source}》${finding.article}` : finding.source}</small></p>
      <p className="buttons">
        {finding.element === ProofElement.BODY && <Button size="small" onClick={show}>{t('draft.show')}</Button>}
        {mend && fixable(finding) && <Button size="small" type="primary" onClick={mend}>{finding.suggestion === '' ? t('draft.mendDrop', { found: finding.found }) : t('draft.mend', { text: finding.suggestion! })}</Button>}
      </p>
    </>
  );
}
