import { useQuery } from '@tanstack/react-query';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { saveStream } from '~/document/files';
import { ExchangePartnerService, type ExchangePartner } from '~/gen/backoffice/document/v1/exchange_partners_pb';
import { ExchangeService } from '~/gen/backoffice/document/v1/exchange_pb';
import { useMe } from '~/session/Session';

export const exchange = clientOf(ExchangeService);
export const partners = clientOf(ExchangePartnerService);

/** Partners whose packages are believed now; none for whoever may not read them. */
export function usePartners(): ExchangePartner[] {
  const me = useMe();
  return (useQuery({
    queryKey: ['exchange-partners'],
    queryFn: async () => (await partners.listExchangePartners({ pageSize: 1000 })).exchangePartners,
    enabled: mayCall(me, ExchangePartnerService.method.listExchangePartners),
    staleTime: 300_000,
  }).data ?? []).filter((one) => one.retireTime === undefined);
}

/** Hands a package to the browser as one file. */
export const savePackage = (chunks: AsyncIterable<{ fileName: string; data: Uint8Array }>): Promise<void> => saveStream(chunks, 'application/zip');
