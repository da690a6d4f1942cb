import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { SessionService, type Session } from '~/gen/backoffice/identity/v1/sessions_pb';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { deviceOf } from './device';

export const sessions = clientOf(SessionService);

/** 我的登录: in which browsers somebody is signed in, and the end of any of them. */
export function MySessions() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['sessions', 'mine'], queryFn: async () => (await sessions.listMySessions({ pageSize: 1000 })).sessions });
  const [count, setCount] = useState<number | undefined>();
  const done = (ended: number) => {
    setCount(ended);
    void queries.invalidateQueries({ queryKey: ['sessions', 'mine'] });
  };
  const end = useCall((name: string, requestId) => sessions.endMySession({ name, requestId }), () => done(1));
  const others = useCall((_: 'others', requestId) => sessions.endMyOtherSessions({ requestId }), (result) => done(result.endedCount));
  const refusal = end.refusal ?? others.refusal;
  const all = list.data ?? [];
  return (
    <section className="act broad" aria-label={t('sessions.list')}>
      <h2>{t('sessions.list')}</h2>
      <p>{t('sessions.hint')}</p>
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {count !== undefined && <p role="status" className="fine">{t('sessions.ended', { count })}</p>}
      {all.length > 0 && (
        <SessionTable sessions={all} act={(session) => (session.current ? undefined : (
          <Button size="small" loading={end.busy} aria-label={t('sessions.endOf', { device: deviceOf(session.userAgent) })} onClick={() => end.run(session.name)}>{t('sessions.end')}</Button>
        ))} />
      )}
      <div className="buttons">
        {all.length > 1 && <Button danger loading={others.busy} onClick={() => others.run('others')}>{t('sessions.endOthers')}</Button>}
        <form method="post" action="/signout"><Button htmlType="submit">{t('own.signOut')}</Button></form>
      </div>
    </section>
  );
}

/** Where somebody else is signed in, for whoever is about to end it all. */
export function SessionsOf({ account }: { account: string }) {
  const list = useQuery({ queryKey: ['sessions', account], queryFn: async () => (await sessions.listSessions({ parent: account, pageSize: 1000 })).sessions });
  if (list.error !== null) return <RefusalNotice refusal={refusalOf(list.error)} />;
  if (list.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return list.data.length === 0 ? <p className="empty">{t('sessions.none')}</p> : <SessionTable sessions={list.data} />;
}

function SessionTable({ sessions: all, act }: { sessions: Session[]; act?: (session: Session) => ReactNode }) {
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('sessions.list')}>
      <table className="plain">
        <thead><tr><th scope="col">{t('sessions.device')}</th><th scope="col">{t('sessions.address')}</th><th scope="col">{t('sessions.signIn')}</th><th scope="col">{t('sessions.lastUse')}</th>{act && <th scope="col"><span className="unseen">{t('sessions.end')}</span></th>}</tr></thead>
        <tbody>
          {all.map((session) => (
            <tr key={session.name}>
              <th scope="row" title={session.userAgent}>{deviceOf(session.userAgent)}{session.current && <> <span className="state">{t('sessions.current')}</span></>}</th>
              <td>{session.address}</td><td className="nowrap">{when(session.signInTime)}</td><td className="nowrap">{session.current ? t('sessions.now') : when(session.lastUseTime)}</td>
              {act && <td>{act(session)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
