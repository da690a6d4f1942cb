import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { MomentField, useMoment } from '~/frame/MomentField';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { PublicationService, type PublicationItem, type PublicationRecord } from '~/gen/backoffice/document/v1/publications_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';

const client = clientOf(PublicationService);

/** 公开: reviewed item by item first, then where and when it was published. */
export function Publication({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const queries = useQueryClient();
  const method = PublicationService.method;
  const [open, setOpen] = useState<'review' | 'publish' | undefined>();
  const sent = document.state === OutgoingDocumentState.DISPATCHED;
  const key = ['outgoing', document.name, 'publication'];
  const record = useQuery({ queryKey: key, queryFn: async () => (await client.getPublicationRecord({ name: document.name })).publicationRecord!, enabled: sent && mayCall(me, method.getPublicationRecord) }).data;
  if (!sent || record === undefined) return null;
  const inForce = document.invalidity === undefined;
  const reviews = inForce && mayCall(me, method.reviewForPublication);
  const publishes = inForce && record.reviewed && mayCall(me, method.recordPublication);
  const begun = record.items.some((item) => item.person !== '');
  if (!reviews && !publishes && !begun) return null;
  const close = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: key });
  };
  return (
    <details className="publication" open={begun || open !== undefined}>
      <summary>{t('publication.title')}：{t(record.publications.length > 0 ? 'publication.published' : record.reviewed ? 'publication.reviewed' : 'publication.notReviewed')}</summary>
      <ul>
        {record.items.map((item) => (
          <li key={item.item}>{item.displayName} {item.person === '' ? <small>{t('publication.open')}</small> : <small className={item.passed ? 'fine' : 'wrong'}>{t(item.passed ? 'publication.passed' : 'publication.withheld')} {item.note} {personName(directory, item.person)} {when(item.time)}</small>}</li>
        ))}
      </ul>
      {record.publications.map((one, i) => <p key={i}>{when(one.publishTime)} {one.place} {/^https?:/.test(one.uri) ? <a href={one.uri} rel="noreferrer">{one.uri}</a> : one.uri}</p>)}
      <p className="buttons">
        {reviews && <Button size="small" aria-expanded={open === 'review'} onClick={() => setOpen(open === 'review' ? undefined : 'review')}>{t('publication.review')}</Button>}
        {publishes && <Button size="small" aria-expanded={open === 'publish'} onClick={() => setOpen(open === 'publish' ? undefined : 'publish')}>{t('publication.record')}</Button>}
      </p>
      {open === 'review' && reviews && <Review record={record} close={close} />}
      {open === 'publish' && publishes && <Publish name={document.name} close={close} />}
    </details>
  );
}

function Review({ record, close }: { record: PublicationRecord; close: () => void }) {
  const [said, say] = useState<Record<string, Partial<Pick<PublicationItem, 'passed' | 'note'>>>>({});
  const of = (item: PublicationItem) => ({ passed: said[item.item]?.passed ?? (item.person === '' ? undefined : item.passed), note: said[item.item]?.note ?? item.note });
  const put = (item: PublicationItem, change: Partial<Pick<PublicationItem, 'passed' | 'note'>>) => say({ ...said, [item.item]: { ...said[item.item], ...change } });
  const decided = record.items.map((item) => ({ item: item.item, ...of(item) }));
  const input = { name: record.name, items: decided.flatMap(({ item, passed, note }) => (passed === undefined ? [] : [{ item, passed, note }])) };
  return (
    <ActForm title={t('publication.review')} submit={t('publication.submitReview')} cancel={close} done={close} input={input}
      ready={decided.every((one) => one.passed !== undefined && (one.passed || one.note.trim() !== ''))} send={(sent, requestId) => client.reviewForPublication({ ...sent, requestId })}>
      <p>{t('publication.hint')}</p>
      {record.items.map((item) => (
        <fieldset key={item.item}><legend>{item.displayName}</legend>
          {[true, false].map((passed) => <label key={String(passed)}><input type="radio" name={item.item} checked={of(item).passed === passed} onChange={() => put(item, { passed })} /> {t(passed ? 'publication.passed' : 'publication.withheld')}</label>)}
          <Input size="small" aria-label={t('publication.note', { item: item.displayName })} placeholder={t('publication.noteHint')} maxLength={2000} value={of(item).note} onChange={(e) => put(item, { note: e.target.value })} />
        </fieldset>
      ))}
    </ActForm>
  );
}

function Publish({ name, close }: { name: string; close: () => void }) {
  const [place, setPlace] = useState('');
  const [uri, setUri] = useState('');
  const moment = useMoment();
  return (
    <ActForm focus title={t('publication.record')} submit={t('publication.record')} cancel={close} done={close} ready={place.trim() !== '' && moment.at !== undefined}
      input={{ name, place: place.trim(), uri: uri.trim(), ...(moment.at ? { publishTime: timestampFromDate(moment.at) } : {}) }} send={(sent, requestId) => client.recordPublication({ ...sent, requestId })}>
      <label className="field">{t('publication.place')}<span className="required">{t('form.required')}</span> <Input value={place} maxLength={200} placeholder={t('publication.placeHint')} onChange={(e) => setPlace(e.target.value)} /></label>
      <label className="field">{t('publication.uri')} <Input value={uri} maxLength={2000} onChange={(e) => setUri(e.target.value)} /></label>
      <MomentField label={t('publication.when')} moment={moment} />
    </ActForm>
  );
}
