import { Code } from '@connectrpc/connect';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { useAddress } from '~/frame/address';
import { AuditService, type AuditEntry, type VerifyAuditTrailResponse } from '~/gen/backoffice/platform/v1/audit_pb';
import { t, type TextKey } from '~/texts/texts';
import { exactly } from '~/texts/times';
import { useState } from 'react';
import { services, to } from './ledgers';

const trail = clientOf(AuditService);

/** 审计: the trail of one service by account and resource, and whether it is whole. */
export default function Audit() {
  const { search, change, setSearch } = useAddress();
  const [service, account, resource] = [search.get('service') ?? services[0], search.get('account') ?? '', search.get('resource') ?? ''];
  const list = useInfiniteQuery({
    queryKey: ['audit', service, account, resource],
    initialPageParam: '',
    queryFn: ({ pageParam }) => trail.listAuditEntries({ parent: `services/${service}`, pageSize: 100, pageToken: pageParam, account, resource }, to(service)),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
  const entries = list.data?.pages.flatMap((page) => page.auditEntries) ?? [];
  return (
    <section className="register" aria-label={t('nav.audit')}>
      <header><h1>{t('nav.audit')}</h1></header>
      <div className="filters">
        <label>{t('audit.service')}{' '}
          <select value={service} onChange={(e) => change({ service: e.target.value })}>{services.map((one) => <option key={one} value={one}>{t(`service.${one}`)}</option>)}</select>
        </label>
        <Input.Search key={`a${account}`} allowClear defaultValue={account} onSearch={(text) => change({ account: text.trim() })} placeholder={t('audit.account')} aria-label={t('audit.account')} />
        <Input.Search key={`r${resource}`} allowClear defaultValue={resource} onSearch={(text) => change({ resource: text.trim() })} placeholder={t('audit.resourceHint')} aria-label={t('audit.resource')} />
        <Button onClick={() => setSearch({ service }, { replace: true })}>{t('list.reset')}</Button>
      </div>
      {list.error !== null ? <RefusalNotice refusal={refusalOf(list.error)} /> : <Whole key={service} service={service} />}
      {list.isSuccess && entries.length === 0 && <p className="empty">{t(account || resource ? 'audit.nothingFound' : 'audit.empty')}</p>}
      {entries.length > 0 && (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('audit.entries')}>
          <table className="plain">
            <thead><tr><th scope="col">{t('audit.number')}</th><th scope="col">{t('audit.time')}</th><th scope="col">{t('audit.account')}</th><th scope="col">{t('audit.post')}</th><th scope="col">{t('audit.method')}</th><th scope="col">{t('audit.resource')}</th><th scope="col">{t('audit.outcome')}</th></tr></thead>
            <tbody>{entries.map((entry) => <Entry key={String(entry.sequence)} entry={entry} />)}</tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  return (
    <tr>
      <td title={entry.hash}>{String(entry.sequence)}</td><td className="nowrap">{exactly(entry.time)}</td><td>{entry.account}</td><td>{entry.post.replace('posts/', '')}</td>
      <td title={entry.method}>{entry.method.replace(/^backoffice\.\w+\.v1\./, '')}</td><td className="long">{entry.resource}</td>
      <td>{entry.code === 0 ? <span className="fine">{t('audit.done')}</span> : <span className="wrong">{entry.reason || Code[entry.code]}</span>}</td>
    </tr>
  );
}

/** 校验: the chain is computed anew, from its first entry to its last. */
function Whole({ service }: { service: string }) {
  const [found, setFound] = useState<VerifyAuditTrailResponse | undefined>();
  const call = useCall((name: string) => trail.verifyAuditTrail({ name: `services/${name}` }, to(name)), setFound);
  return (
    <p className="whole">
      <Button loading={call.busy} onClick={() => call.run(service)}>{t('audit.verify', { service: t(`service.${service}` as TextKey) })}</Button>{' '}
      {found && <span role="status" className={found.intact ? 'fine' : 'wrong'}>{found.intact ? t('audit.intact', { count: found.checkedCount }) : t('audit.broken', { sequence: found.brokenSequence, finding: found.finding })} <code className="hash">{found.lastHash}</code></span>}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
    </p>
  );
}
