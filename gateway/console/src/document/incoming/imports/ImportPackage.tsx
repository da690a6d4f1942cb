import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { ExchangeKind, ExchangeService, type ImportExchangePackageResponse } from '~/gen/backoffice/document/v1/exchange_pb';
import { exchange, savePackage } from '~/document/exchange';
import { chosen, type Chosen } from '~/document/files';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';

/** 公文交换: a signed package of a partner is verified and signed for. */
export function ImportPackage() {
  const me = useMe();
  const queries = useQueryClient();
  const [taken, setTaken] = useState<ImportExchangePackageResponse | undefined>();
  const call = useCall(
    async ({ file }: Chosen, requestId) => exchange.importExchangePackage({ content: new Uint8Array(await file.arrayBuffer()), requestId }),
    (result) => {
      setTaken(result);
      void queries.invalidateQueries();
    },
  );
  const receipt = useCall((name: string) => savePackage(exchange.exportReceiptPackage({ name })), () => undefined);
  if (!mayCall(me, ExchangeService.method.importExchangePackage)) return null;
  const document = taken?.incomingDocument;
  return (
    <section className="import-package" aria-label={t('package.title')}>
      <h2>{t('package.title')}</h2>
      <p>{t('package.hint')}</p>
      <label className="add-file">{t('package.choose')}<input className="unseen" type="file" accept=".zip" onChange={(e) => { const file = e.target.files?.[0]; if (file) { setTaken(undefined); call.run(chosen(file)); } e.target.value = ''; }} /></label>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {taken && (
        <Alert type="success" title={t(`package.${ExchangeKind[taken.kind]}` as TextKey)} description={
          <>
            {taken.unchanged && <p>{t('package.unchanged')}</p>}
            {document && <Link to={`/${document.name.replace('incomingDocuments', 'incoming')}`}>{document.title || document.documentNumber}</Link>}
            {document && mayCall(me, ExchangeService.method.exportReceiptPackage) && <> <Button size="small" loading={receipt.busy} onClick={() => receipt.run(document.name)}>{t('package.receipt')}</Button></>}
            {receipt.refusal && <RefusalNotice refusal={receipt.refusal} />}
          </>
        } />
      )}
    </section>
  );
}
