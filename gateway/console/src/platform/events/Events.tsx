import { useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import type { EventSource, RedriveDeadLettersResponse } from '~/gen/backoffice/platform/v1/event_path_pb';
import { t } from '~/texts/texts';
import { services } from '../ledgers';
import { DeadLetters } from './DeadLetters';
import { serviceTitle, useSources } from './path';
import { ReadModels } from './ReadModels';

/** 事件与读模型: how events reach every service, what was set aside, and what is made of them. Nothing here shows what an event says. */
export default function Events() {
  const sources = useSources();
  const [redriven, setRedriven] = useState<{ service: string; answer: RedriveDeadLettersResponse } | undefined>();
  const stuck = services.filter((_, i) => sources[i]!.data?.some((source) => source.deadLetterCount > 0n));
  return (
    <section className="register" aria-label={t('events.title')}>
      <header><h1>{t('events.title')}</h1></header>
      <p>{t('events.about')}</p>
      <h2>{t('events.sources')}</h2>
      {sources.map((source, i) => source.error !== null && <RefusalNotice key={services[i]} title={serviceTitle(services[i]!)} refusal={refusalOf(source.error)} />)}
      <div className="scroll" role="region" tabIndex={0} aria-label={t('events.sources')}>
        <table className="plain">
          <thead><tr><th scope="col">{t('audit.service')}</th><th scope="col">{t('events.producer')}</th><th scope="col">{t('events.applied')}</th><th scope="col">{t('events.recorded')}</th><th scope="col">{t('events.setAside')}</th><th scope="col">{t('events.state')}</th></tr></thead>
          <tbody>
            {services.flatMap((service, i) => (sources[i]!.data ?? []).map((source) => (
              <tr key={source.name}>
                <th scope="row">{serviceTitle(service)}</th><td>{serviceTitle(source.producer)}</td><td>{String(source.appliedSequence)}</td><td>{source.reachable ? String(source.lastSequence) : '—'}</td>
                <td className={source.deadLetterCount > 0n ? 'wrong' : ''}>{String(source.deadLetterCount)}</td><td><Standing source={source} /></td>
              </tr>
            )))}
          </tbody>
        </table>
      </div>
      <h2>{t('events.letters')}</h2>
      {redriven && <p role="status" className={redriven.answer.remainingCount > 0 ? 'wrong' : 'fine'}>{t('events.redriven', { service: serviceTitle(redriven.service), applied: redriven.answer.appliedCount, remaining: redriven.answer.remainingCount })}</p>}
      {sources.every((source) => source.isSuccess) && stuck.length === 0 && <p className="fine">{t('events.noLetters')}</p>}
      {stuck.map((service) => <DeadLetters key={service} service={service} done={(answer) => setRedriven({ service, answer })} />)}
      <h2>{t('events.models')}</h2>
      <ReadModels />
    </section>
  );
}

/** How a path stands: whole, under way, or not to be known now. */
function Standing({ source }: { source: EventSource }) {
  if (!source.reachable) return <span className="wrong">{t('events.unreachable')}</span>;
  const behind = source.lastSequence - source.appliedSequence;
  if (behind > 0n) return <span className="due today">{t('events.behind', { count: behind })}</span>;
  return source.deadLetterCount > 0n ? <span className="wrong">{t('events.stuck')}</span> : <span className="fine">{t('events.whole')}</span>;
}
