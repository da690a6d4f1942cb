import { DocumentGenre, type IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { HandlingKind } from '~/gen/backoffice/document/v1/handling_pb';
import { postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { t, type TextKey } from '~/texts/texts';
import { asDay, when } from '~/texts/times';
import { Link } from 'react-router';

/** What is printed on the document, and what became of it. */
export function Particulars({ document: d }: { document: IncomingDocument }) {
  const directory = useDirectory();
  const plan = d.handling?.plan;
  const facts: [TextKey, string][] = [
    ['incoming.registrationNumber', d.registrationNumber], ['incoming.documentNumber', d.documentNumber], ['incoming.issuer', d.issuer],
    ['incoming.genre', d.genre ? t(`genre.${DocumentGenre[d.genre]}` as TextKey) : ''], ['incoming.issueDate', d.issueDateText || asDay(d.issueDate)],
    ['incoming.mainRecipients', d.mainRecipients], ['incoming.copyRecipients', d.copyRecipients], ['incoming.sender', d.sender],
    ['incoming.copyCount', d.copyCount > 1 ? String(d.copyCount) : ''], ['incoming.registerTime', when(d.registerTime)], ['register.duplicateReason', d.duplicateReason],
    ['screen.kind', d.handling?.kind ? t(d.handling.kind === HandlingKind.FOR_ACTION ? 'kind.forAction' : 'kind.forInformation') : ''],
    ['plan.lead', plan?.leadPost ? postWithHolder(directory, plan.leadPost) : ''],
    ['plan.assisting', plan?.assistingPosts.map((p) => postWithHolder(directory, p)).join('、') ?? ''],
    ['plan.due', asDay(plan?.dueDate)], ['plan.chaser', plan?.chaserPost ? postWithHolder(directory, plan.chaserPost) : ''],
    ['answer.result', d.handling?.result ?? ''], ['answer.how', d.handling?.answer ?? ''],
  ];
  return (
    <>
      <dl className="particulars">
        {facts.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{t(label)}</dt><dd>{value}</dd></div>)}
      </dl>
      {d.answeringDocuments.map((a) => <p key={a.outgoingDocument}>{t('incoming.answeredBy')} <Link to={`/${a.outgoingDocument.replace('outgoingDocuments', 'outgoing')}`}>{a.documentNumber || a.title}</Link></p>)}
    </>
  );
}
