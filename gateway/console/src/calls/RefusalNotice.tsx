import { Alert, Button } from 'antd';
import { Strength, type RuleCitation } from '~/gen/backoffice/regulations/v1/citation_pb';
import { t } from '~/texts/texts';
import { isStale, type Refusal } from './refusals';

/** A refusal in full: what is wrong, by which article, what was found and what is asked for. */
export function RefusalNotice({ refusal, reread, title }: { refusal: Refusal; reread?: () => void; title?: string }) {
  return (
    <Alert
      type={refusal.citations.some((c) => c.strength === Strength.REJECT) || refusal.citations.length === 0 ? 'error' : 'warning'}
      showIcon
      className="refusal"
      title={title ?? refusal.text}
      action={reread && isStale(refusal) ? <Button size="small" onClick={reread}>{t('refusal.reread')}</Button> : undefined}
      description={
        <>
          {title && <p>{refusal.text}</p>}
          {refusal.violations.length > 0 && (
            <ul>{refusal.violations.map((v) => <li key={v.field}><code>{v.field}</code> {v.description}</li>)}</ul>
          )}
          {refusal.citations.map((c) => <Citation key={c.ruleId + c.field} citation={c} />)}
        </>
      }
    />
  );
}

/** One rule: source and article, measured beside required. */
export function Citation({ citation }: { citation: RuleCitation }) {
  return (
    <div className="citation">
      <p><strong>{citation.message || citation.ruleId}</strong></p>
      <dl>
        <dt>{t('refusal.source')}</dt><dd>{citation.article ? `《${citation.source}》${citation.article}` : citation.source}</dd>
        {citation.measured && <><dt>{t('refusal.measured')}</dt><dd>{citation.measured}</dd></>}
        {citation.required && <><dt>{t('refusal.required')}</dt><dd>{citation.required}</dd></>}
        {citation.suggestion && <><dt>{t('refusal.suggestion')}</dt><dd>{citation.suggestion}</dd></>}
      </dl>
    </div>
  );
}
