import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { personName, postTitle, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { DelegationService, type Delegation } from '~/gen/backoffice/coordination/v1/delegations_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { exactly } from '~/texts/times';
import { Standing } from './Delegations';
import { delegations, mayRevoke, useDelegation } from './delegations';
import '~/frame/duties.css';

/** One delegation: who does whose work, how long and why; and its end before its time. */
export default function DelegationPage() {
  const read = useDelegation(`delegations/${useParams()['id']}`);
  const directory = useDirectory();
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const d = read.data;
  const facts: [TextKey, string][] = [
    ['delegation.post', postWithHolder(directory, d.post)], ['delegation.deputy', postWithHolder(directory, d.deputyPost)], ['delegation.start', exactly(d.startTime)], ['delegation.end', exactly(d.endTime)],
    ['delegation.reason', d.reason], ['delegation.appointment', d.appointment], ['delegation.creator', personName(directory, d.creator)], ['delegation.revokeTime', exactly(d.revokeTime)],
  ];
  return (
    <article className="page">
      <header>
        <h1>{t('delegation.of', { deputy: postTitle(directory, d.deputyPost), post: postTitle(directory, d.post) })}</h1>
        <Standing of={d} /><span className="space" /><Link to="/delegations">{t('nav.delegations')}</Link>
      </header>
      <dl className="particulars broad-facts">{facts.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{t(label)}</dt><dd>{value}</dd></div>)}</dl>
      <p className="facts">{t(d.appointment ? 'delegation.scopeActing' : 'delegation.scope')}</p>
      <Revoke delegation={d} reread={() => void read.refetch()} />
    </article>
  );
}

/** 撤销: asked once more, because the deputy loses the work at once. */
function Revoke({ delegation, reread }: { delegation: Delegation; reread: () => void }) {
  const me = useMe();
  const directory = useDirectory();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const call = useCall(({ name, etag }: Delegation, requestId) => delegations.revokeDelegation({ name, etag, requestId }), () => {
    for (const what of ['delegations', 'directory', 'inbox']) void queries.invalidateQueries({ queryKey: [what] });
  });
  if (!mayCall(me, DelegationService.method.revokeDelegation) || !mayRevoke(directory, me, delegation)) return null;
  if (!sure) return <p className="buttons"><Button danger onClick={() => setSure(true)}>{t('delegation.revoke')}</Button></p>;
  return (
    <section className="act" aria-label={t('delegation.revoke')}>
      <p>{t('delegation.revokeHint', { deputy: postWithHolder(directory, delegation.deputyPost) })}</p>
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => { call.clear(); reread(); }} />}
      <p className="buttons"><Button autoFocus danger type="primary" loading={call.busy} onClick={() => call.run(delegation)}>{t('delegation.revokeNow')}</Button><Button onClick={() => setSure(false)}>{t('form.cancel')}</Button></p>
    </section>
  );
}
