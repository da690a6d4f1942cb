import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { partners } from '~/document/exchange';
import { saveAs } from '~/document/files';
import { t } from '~/texts/texts';
import { spoken } from './certificate';

/** 本单位证书: by what partners know this house, to be given to them by another way than the exchange itself. */
export function Ours() {
  const read = useQuery({ queryKey: ['exchange-certificate'], queryFn: () => partners.getExchangeCertificate({}), staleTime: 300_000 });
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const { displayName, creditCode, certificatePem, certificateSha256 } = read.data;
  return (
    <section className="act" aria-label={t('partner.ours')}>
      <h2>{t('partner.ours')}</h2>
      <p className="facts"><strong>{displayName}</strong> <span>{t('partner.creditCode')} {creditCode}</span></p>
      <p>{t('partner.fingerprint')} <code className="secret">{spoken(certificateSha256)}</code></p>
      <p className="buttons"><Button onClick={() => saveAs([new TextEncoder().encode(certificatePem)], 'application/x-pem-file', `${displayName || creditCode}.pem`)}>{t('partner.download')}</Button> <small>{t('partner.oursHint')}</small></p>
    </section>
  );
}
