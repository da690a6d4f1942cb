import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { ResourceForm } from '~/calls/ResourceForm';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { partners } from '~/document/exchange';
import { ActForm } from '~/document/matters/ActForm';
import { ExportButtons } from '~/frame/ExportButtons';
import { ExchangePartnerService, type ExchangePartner } from '~/gen/backoffice/document/v1/exchange_partners_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { exactly, when } from '~/texts/times';
import { spoken } from './certificate';
import { Ours } from './Ours';
import { partnerKind } from './partner';

/** 交换单位: whose packages are believed, by which certificate; entered and retired by the security administrator. */
export default function ExchangePartners() {
  const me = useMe();
  const queries = useQueryClient();
  const [entering, setEntering] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['exchange-partners', 'list'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => partners.listExchangePartners({ pageSize: 50, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.exchangePartners) ?? [];
  const keeps = mayCall(me, ExchangePartnerService.method.addExchangePartner);
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['exchange-partners'] });
    setEntering(false);
  };
  return (
    <section className="register" aria-label={t('nav.exchange')}>
      <header>
        <h1>{t('nav.exchange')}</h1><span className="space" />
        {keeps && <Button type="primary" aria-expanded={entering} onClick={() => setEntering(!entering)}>{t('partner.add')}</Button>}
      </header>
      <p>{t('partner.about')}</p>
      <Ours />
      {entering && <ResourceForm kind={partnerKind} done={done} cancel={() => setEntering(false)} />}
      {list.error !== null && <RefusalNotice refusal={refusalOf(list.error)} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t(keeps ? 'partner.emptyKeeper' : 'partner.empty')}</p>}
      <ul className="received">{rows.map((row) => <Row key={row.name} partner={row} done={done} />)}</ul>
      {rows.length > 0 && (
        <ExportButtons name={t('nav.exchange')} table={() => ({
          header: [t('partner.displayName'), t('partner.shortName'), t('partner.creditCode'), t('partner.fingerprint'), t('partner.since'), t('partner.until'), t('act.reason')],
          rows: rows.map((row) => [row.displayName, row.shortName, row.creditCode, row.certificateSha256, exactly(row.createTime), exactly(row.retireTime), row.retireReason]),
        })} />
      )}
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('list.more')}</Button>}
    </section>
  );
}

function Row({ partner, done }: { partner: ExchangePartner; done: () => void }) {
  const me = useMe();
  const directory = useDirectory();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const trusted = partner.retireTime === undefined;
  return (
    <li>
      <p><strong>{partner.displayName}</strong> {partner.shortName && <span>{partner.shortName}</span>} <span className={`state ${trusted ? 'CLOSED' : 'CANCELLED'}`}>{t(trusted ? 'partner.trusted' : 'partner.retired')}</span> {partner.classified && <span className="state">{t('partner.classifiedZone')}</span>}</p>
      <p className="facts">
        <span>{t('partner.creditCode')} {partner.creditCode}</span> <span>{t('partner.enteredBy', { name: personName(directory, partner.person).replace('accounts/', ''), time: when(partner.createTime) })}</span>
        {!trusted && <span className="wrong">{t('partner.retiredAt', { time: when(partner.retireTime), reason: partner.retireReason })}</span>}
      </p>
      <p>{t('partner.fingerprint')} <code className="secret">{spoken(partner.certificateSha256)}</code></p>
      {trusted && mayCall(me, ExchangePartnerService.method.retireExchangePartner) && <Button size="small" danger aria-expanded={open} aria-label={t('partner.retireOf', { name: partner.displayName })} onClick={() => setOpen(!open)}>{t('partner.retire')}</Button>}
      {trusted && open && (
        <ActForm focus danger title={t('partner.retireOf', { name: partner.displayName })} submit={t('partner.retire')} cancel={() => setOpen(false)} ready={reason.trim() !== ''}
          input={{ name: partner.name, reason: reason.trim() }} send={(input, requestId) => partners.retireExchangePartner({ ...input, requestId })} done={() => { setOpen(false); done(); }}>
          <p>{t('partner.retireHint')}</p>
          <label className="field">{t('act.reason')}<span className="required">{t('form.required')}</span> <Input maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
        </ActForm>
      )}
    </li>
  );
}
