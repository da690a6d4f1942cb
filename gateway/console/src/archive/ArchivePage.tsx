import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { personName, postTitle, useDirectory } from '~/coordination/directory/directory';
import { saveStream } from '~/document/files';
import { ArchiveItemService, RetentionPeriod, type ArchiveItem } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { Verb } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { items, useItem } from './archive';

/** One item: what it is and where it comes from, its files with their hashes, and what was done before it was filed. */
export default function ArchivePage() {
  const read = useItem(`archiveItems/${useParams()['id']}`);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const item = read.data;
  return (
    <article className="page">
      <header><h1>{item.title}</h1><span className="state">{item.referenceCode}</span><span className="space" /><Link to="/archive">{t('nav.archive')}</Link></header>
      <div className="columns">
        <div className="paper"><Facts item={item} /><Process item={item} /></div>
        <div className="handling"><Files item={item} /><Fixity item={item} /></div>
      </div>
    </article>
  );
}

function Facts({ item }: { item: ArchiveItem }) {
  const directory = useDirectory();
  const facts: [TextKey, string][] = [
    ['archive.creator', item.creator], ['incoming.documentNumber', item.documentNumber], ['archive.year', String(item.filingYear)],
    ['archive.retention', t(`retention.${RetentionPeriod[item.retentionPeriod]}` as TextKey)], ['archive.reason', item.retentionReason], ['archive.fileTime', when(item.fileTime)], ['archive.filer', personName(directory, item.filer)],
  ];
  const source = /^(incoming|outgoing)Documents\/(.+)$/.exec(item.source);
  return (
    <>
      <dl className="particulars">{facts.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{t(label)}</dt><dd>{value}</dd></div>)}</dl>
      <h2>{t('archive.provenance')}</h2>
      <p>{source ? <Link to={`/${source[1]}/${source[2]}`}>{t(source[1] === 'incoming' ? 'archive.fromIncoming' : 'archive.fromOutgoing')}</Link> : t('archive.byHand')}</p>
      {item.metadata.length > 0 && <dl className="particulars">{item.metadata.map((m) => <div key={m.name}><dt>{m.name}</dt><dd>{m.value}</dd></div>)}</dl>}
    </>
  );
}

/** 过程信息 */
function Process({ item }: { item: ArchiveItem }) {
  const directory = useDirectory();
  return (
    <section className="history">
      <h2>{t('archive.process')}</h2>
      {item.acts.length === 0 ? <p className="empty">{t('archive.noProcess')}</p> : (
        <ol>
          {item.acts.map((act) => (
            <li key={act.number}><time>{when(act.time)}</time> {act.stepTitle} · {postTitle(directory, act.actor?.post ?? '')} {act.actor?.displayName} <strong>{t(`verb.${Verb[act.verb]}` as TextKey)}</strong>{act.opinion && <q>{act.opinion}</q>}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Files({ item }: { item: ArchiveItem }) {
  const me = useMe();
  const load = useCall((wanted: ArchiveItem) => saveStream(items.downloadArchiveItem({ name: wanted.name }), wanted.mediaType, wanted.fileName), () => undefined);
  const all = [{ fileName: item.fileName, role: t('archive.content'), sizeBytes: item.sizeBytes, sha256: item.sha256 }, ...item.files];
  return (
    <section className="attachments">
      <h2>{t('archive.files')}</h2>
      <ul>
        {all.map((file, i) => (
          <li key={file.sha256 + file.fileName}>
            {i === 0 && mayCall(me, ArchiveItemService.method.downloadArchiveItem) ? <Button type="link" size="small" loading={load.busy} onClick={() => load.run(item)}>{file.fileName}</Button> : file.fileName}{' '}
            <small>{file.role} · {t('attachments.size', { size: Math.ceil(Number(file.sizeBytes) / 1024) })}</small>
            <code className="hash">{file.sha256}</code>
          </li>
        ))}
      </ul>
      {load.refusal && <RefusalNotice refusal={load.refusal} />}
    </section>
  );
}

/** 固化信息: whether the content is still what was filed. */
function Fixity({ item }: { item: ArchiveItem }) {
  const me = useMe();
  const queries = useQueryClient();
  const call = useCall((name: string, requestId) => items.verifyFixity({ name, requestId }), () => void queries.invalidateQueries({ queryKey: ['archive'] }));
  return (
    <section className="act">
      <h2>{t('archive.fixity')}</h2>
      {item.fixityCheckTime === undefined
        ? <p>{t('archive.neverChecked')}</p>
        : <p className={item.fixityIntact ? 'fine' : 'wrong'} role="status">{t(item.fixityIntact ? 'archive.intact' : 'archive.altered', { time: when(item.fixityCheckTime) })}</p>}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {mayCall(me, ArchiveItemService.method.verifyFixity) && <Button loading={call.busy} onClick={() => call.run(item.name)}>{t('archive.verify')}</Button>}
    </section>
  );
}
