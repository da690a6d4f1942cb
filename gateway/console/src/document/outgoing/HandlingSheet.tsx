import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { History } from '~/document/matters/History';
import { Opinions } from '~/document/matters/Opinions';
import { DocumentGenre, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';
import { asDay } from '~/texts/times';
import { DispatchLedger } from './DispatchLedger';
import { OutgoingAttachments } from './OutgoingAttachments';
import { useOutgoing } from './outgoing';

const parts = ['text', 'files', 'dispatch', 'history'] as const;
type Part = (typeof parts)[number];
const place = 'backoffice.sheet';

/** 发文处理单 as it is printed: the form with its opinions always, the rest as chosen; the choice is remembered. */
export default function HandlingSheet() {
  const name = `outgoingDocuments/${useParams()['id']}`;
  const directory = useDirectory();
  const read = useOutgoing(name);
  const [chosen, choose] = useState<Part[]>(() => JSON.parse(localStorage.getItem(place) ?? '["dispatch"]') as Part[]);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const document = read.data;
  if (document === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const toggle = (part: Part) => {
    const next = chosen.includes(part) ? chosen.filter((one) => one !== part) : [...chosen, part];
    localStorage.setItem(place, JSON.stringify(next));
    choose(next);
  };
  const facts: [TextKey, string][] = [
    ['incoming.documentNumber', document.documentNumber], ['incoming.genre', document.genre ? t(`genre.${DocumentGenre[document.genre]}` as TextKey) : ''],
    ['incoming.urgency', t(`urgency.${Urgency[document.urgency]}` as TextKey)], ['outgoing.drafter', personName(directory, document.drafter)],
    ['sheet.unit', directory?.units.find((unit) => unit.name === document.unit)?.displayName ?? ''], ['sheet.signer', document.signerNames.join('、')], ['incoming.issueDate', asDay(document.finalDate)],
    ['incoming.mainRecipients', document.mainRecipients], ['incoming.copyRecipients', document.copyRecipients], ['draft.necessity', document.necessity],
  ];
  return (
    <article className="page handling-sheet">
      <div className="print-choices" role="group" aria-label={t('sheet.choices')}>
        <Link to={`/${name.replace('outgoingDocuments', 'outgoing')}`}>{t('draft.leave')}</Link>
        {parts.map((part) => <label key={part}><input type="checkbox" checked={chosen.includes(part)} onChange={() => toggle(part)} /> {t(`sheet.${part}`)}</label>)}
        <span className="space" />
        <Button type="primary" onClick={() => window.print()}>{t('page.print')}</Button>
      </div>
      <div className="paper">
        <h1>{t('sheet.title')}</h1>
        <table className="form"><tbody>
          <tr><th scope="row">{t('incoming.title')}</th><td>{document.title}</td></tr>
          {facts.filter(([, value]) => value !== '').map(([key, value]) => <tr key={key}><th scope="row">{t(key)}</th><td>{value}</td></tr>)}
        </tbody></table>
        {document.matter && <Opinions matter={document.matter} />}
        {chosen.includes('text') && <div className="body"><h2>{t('incoming.body')}</h2>{document.body.split('\n').map((line, i) => <p key={i}>{line}</p>)}</div>}
        {chosen.includes('files') && <OutgoingAttachments document={document} mayChange={false} />}
        {chosen.includes('dispatch') && <DispatchLedger document={document} />}
        {chosen.includes('history') && document.matter && <History matter={document.matter} open />}
      </div>
    </article>
  );
}
