import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf, refusalOfStatus } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { subjectPath, tabs, useInboxList } from '~/coordination/inbox/inbox';
import type { InboxItem } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { MatterService, type BatchOutcome } from '~/gen/backoffice/document/v1/matters_pb';
import { TaskKind, Verb, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useDraft } from '~/frame/drafts';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { matterClient, procedureOf, stepOf, useReread } from './matters';
import { OpinionField } from './OpinionField';

interface Light { item: InboxItem; matter: Matter }

const asRead = ({ name, etag }: { name: string; etag: string }): string => `${name} ${etag}`;

// As many as the contract takes in one call.
const most = 100;

/** 批量同意: the light matters of the caller's, each shown with its step, chosen one by one and answered one by one. */
export default function Batch() {
  const me = useMe();
  const reread = useReread();
  const list = useInboxList(tabs[0], '', 'assign_time');
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []).filter((item) => item.service === 'document' && (item.task?.kind === TaskKind.ACT || item.task?.kind === TaskKind.SIGN));
  const read = useQueries({
    queries: items.map((item) => ({
      queryKey: ['matter', `document/${item.matter}`, 'light'],
      queryFn: async () => {
        const matter = (await matterClient.getMatter({ name: item.matter })).matter!;
        return { matter, light: stepOf(await procedureOf(matter), matter.step)?.light === true && stepOf(await procedureOf(matter), matter.step)?.form === '' };
      },
    })),
  });
  const [agreed, setAgreed] = useState<string[]>([]);
  const light: Light[] = items.flatMap((item, i) => {
    const found = read[i]?.data;
    // What was just agreed to is gone at once, before the list is read anew.
    return found?.light && found.matter.allowedVerbs.includes(Verb.AGREE) && !agreed.includes(asRead(found.matter)) ? [{ item, matter: found.matter }] : [];
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const [opinion, setOpinion] = useDraft('batch.opinion');
  const [outcomes, setOutcomes] = useState<{ title: string; outcome: BatchOutcome }[]>([]);
  const sent = light.filter(({ matter }) => chosen.includes(matter.name)).slice(0, most);
  const call = useCall(
    (input: { matters: { name: string; etag: string; seenSha256: string }[]; opinion: string }, requestId) => matterClient.batchAgreeMatters({ ...input, requestId }),
    (answer, input) => {
      setAgreed(input.matters.filter((_, i) => answer.outcomes[i]?.refusal === undefined).map(asRead));
      setOutcomes(answer.outcomes.map((outcome) => ({ outcome, title: light.find(({ matter }) => matter.name === outcome.name)?.item.title ?? outcome.name })));
      setChosen([]);
      setOpinion('');
      reread();
    },
  );
  const busy = list.isLoading || read.some((one) => one.isLoading);
  const refused = read.find((one) => one.error !== null)?.error ?? list.error;
  return (
    <section className="page batch" aria-label={t('batch.title')}>
      <header><h1>{t('batch.title')}</h1><span className="space" /><Link to="/desk/to-do">{t('nav.desk')}</Link></header>
      <p>{t('batch.hint')}</p>
      {refused && <RefusalNotice refusal={refusalOf(refused)} />}
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} />}
      {busy ? <p className="waiting">{t('shell.loading')}</p> : light.length === 0 ? <p className="empty">{t('batch.empty')}</p> : (
        <form className="act" aria-label={t('batch.title')} onSubmit={(e) => { e.preventDefault(); call.run({ matters: sent.map(({ matter }) => ({ name: matter.name, etag: matter.etag, seenSha256: matter.contentSha256 })), opinion }); }}>
          <p><label><input type="checkbox" checked={sent.length === light.length} onChange={(e) => setChosen(e.target.checked ? light.map(({ matter }) => matter.name) : [])} /> {t('batch.all', { count: light.length })}</label></p>
          <ul className="received">
            {light.map(({ item, matter }) => (
              <li key={matter.name}>
                <label><input type="checkbox" checked={chosen.includes(matter.name)} onChange={(e) => setChosen(e.target.checked ? [...chosen, matter.name] : chosen.filter((name) => name !== matter.name))} /> {item.title}</label>
                <p className="facts"><span>{item.procedureTitle} · {matter.stepTitle}</span> <span>{t('desk.from', { name: item.sender?.displayName ?? '' })}</span> <span>{when(item.task?.assignTime)}</span> <Link to={subjectPath(item.subject)} target="_blank" aria-label={`${t('desk.openPage')}：${item.title}`}>{t('desk.openPage')}</Link></p>
              </li>
            ))}
          </ul>
          <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
          {call.refusal && <RefusalNotice refusal={call.refusal} />}
          <p className="buttons"><Button type="primary" htmlType="submit" loading={call.busy} disabled={sent.length === 0 || !mayCall(me, MatterService.method.batchAgreeMatters)}>{t('batch.agree', { count: sent.length })}</Button></p>
        </form>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Outcomes({ outcomes }: { outcomes: { title: string; outcome: BatchOutcome }[] }) {
  const done = outcomes.filter(({ outcome }) => outcome.refusal === undefined).length;
  return (
    <section role="status" className="act" aria-label={t('batch.outcomes')}>
      <p><strong>{t('batch.done', { done, refused: outcomes.length - done })}</strong></p>
      <ul>
        {outcomes.map(({ title, outcome }) => (
          <li key={outcome.name}>{title} — {outcome.refusal ? <span className="wrong">{refusalOfStatus(outcome.refusal).text}</span> : <span className="fine">{t('verb.AGREE')}</span>}</li>
        ))}
      </ul>
    </section>
  );
}
