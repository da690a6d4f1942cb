import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ActForm } from '~/document/matters/ActForm';
import { EventPathService, type DeadLetter, type RedriveDeadLettersResponse } from '~/gen/backoffice/platform/v1/event_path_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { exactly } from '~/texts/times';
import { to } from '../ledgers';
import { path, serviceTitle, useDeadLetters } from './path';

interface Props { service: string; done: (answer: RedriveDeadLettersResponse) => void }

/** 死信 of one service, in the order in which they are tried again, once what kept them from being applied is mended. */
export function DeadLetters({ service, done }: Props) {
  const me = useMe();
  const read = useDeadLetters(service);
  const [open, setOpen] = useState(false);
  const letters = read.data?.letters ?? [];
  if (read.error !== null) return <RefusalNotice title={serviceTitle(service)} refusal={refusalOf(read.error)} />;
  if (letters.length === 0) return null;
  return (
    <section aria-label={t('events.lettersOf', { service: serviceTitle(service) })}>
      <h3>{t('events.lettersOf', { service: serviceTitle(service) })}</h3>
      <div className="scroll" role="region" tabIndex={0} aria-label={t('events.lettersOf', { service: serviceTitle(service) })}>
        <table className="plain">
          <thead><tr><th scope="col">{t('events.producer')}</th><th scope="col">{t('audit.number')}</th><th scope="col">{t('events.type')}</th><th scope="col">{t('events.of')}</th><th scope="col">{t('events.reason')}</th><th scope="col">{t('events.attempts')}</th><th scope="col">{t('events.setAsideTime')}</th><th scope="col">{t('events.lastAttempt')}</th></tr></thead>
          <tbody>{letters.map((letter) => <Letter key={letter.name} letter={letter} />)}</tbody>
        </table>
      </div>
      {read.data?.more && <p className="facts">{t('events.moreLetters', { count: letters.length })}</p>}
      {mayCall(me, EventPathService.method.redriveDeadLetters) && !open && <p><Button onClick={() => setOpen(true)}>{t('events.redriveOf', { service: serviceTitle(service) })}</Button></p>}
      {open && <Redrive service={service} producers={[...new Set(letters.map((letter) => letter.producer))]} close={() => setOpen(false)} done={done} />}
    </section>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  return (
    <tr>
      <td>{serviceTitle(letter.producer)}</td><td>{String(letter.sequence)}</td><td title={letter.type}>{letter.type.split('.').at(-1)}</td><td className="long">{letter.orderKey}</td>
      <td className="long">{letter.reason ? <span className="wrong">{letter.reason}</span> : t('events.waits')}</td><td>{letter.attemptCount}</td><td className="nowrap">{exactly(letter.setAsideTime)}</td><td className="nowrap">{exactly(letter.lastAttemptTime)}</td>
    </tr>
  );
}

/** 重新处理: all of a service, or what came from one producer. */
function Redrive({ service, producers, close, done }: Props & { producers: string[]; close: () => void }) {
  const queries = useQueryClient();
  const [producer, setProducer] = useState('');
  return (
    <ActForm focus title={t('events.redriveOf', { service: serviceTitle(service) })} submit={t('events.redrive')} cancel={close} input={{ parent: `services/${service}`, producer }}
      send={(input, requestId) => path.redriveDeadLetters({ ...input, requestId }, to(service))}
      done={(answer) => { void queries.invalidateQueries({ queryKey: ['events', service] }); close(); done(answer); }}>
      <p>{t('events.redriveHint')}</p>
      <label className="field">{t('events.producer')}{' '}
        <select value={producer} onChange={(e) => setProducer(e.target.value)}>
          <option value="">{t('events.allProducers')}</option>
          {producers.map((one) => <option key={one} value={one}>{serviceTitle(one)}</option>)}
        </select>
      </label>
    </ActForm>
  );
}
