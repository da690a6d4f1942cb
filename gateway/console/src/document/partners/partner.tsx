import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Field } from '~/calls/Field';
import type { Refusal } from '~/calls/refusals';
import type { Kind } from '~/calls/ResourceForm';
import { partners } from '~/document/exchange';
import { t } from '~/texts/texts';
import { asPem, fingerprintOf, hasPrivateKey, spoken } from './certificate';

interface PartnerEntry { etag: string; displayName: string; shortName: string; creditCode: string; certificatePem: string; fileName: string; classified: boolean }

// What the contract takes, in bytes.
const most = 20_000;

/** 交换单位, as it is entered; what was entered is never changed, only retired. */
export const partnerKind: Kind<PartnerEntry> = {
  key: 'exchange-partner',
  empty: { etag: '', displayName: '', shortName: '', creditCode: '', certificatePem: '', fileName: '', classified: false },
  title: () => t('partner.add'),
  read: () => Promise.reject(new Error('A partner is not changed.')),
  save: async ({ displayName, shortName, creditCode, certificatePem, classified }, _, requestId) => {
    const exchangePartner = { displayName: displayName.trim(), shortName: shortName.trim(), creditCode: creditCode.trim().toUpperCase(), certificatePem, classified };
    return (await partners.addExchangePartner({ exchangePartner, requestId })).exchangePartner!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('partner.displayName')} name="display_name" refusal={refusal} required hint={t('partner.displayNameHint')}><Input value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('partner.shortName')} name="short_name" refusal={refusal}><Input value={entry.shortName} onChange={(e) => set({ shortName: e.target.value })} /></Field>
      <Field label={t('partner.creditCode')} name="credit_code" refusal={refusal} required><Input value={entry.creditCode} onChange={(e) => set({ creditCode: e.target.value })} /></Field>
      <Certificate entry={entry} set={set} refusal={refusal} />
      <label className="check"><input type="checkbox" checked={entry.classified} onChange={(e) => set({ classified: e.target.checked })} /> {t('partner.classified')}</label>
    </>
  ),
};

interface Props { entry: PartnerEntry; set: (change: Partial<PartnerEntry>) => void; refusal: Refusal | undefined }

/** The file that was chosen, with the fingerprint to be compared before anything is entered. */
function Certificate({ entry: { certificatePem, fileName }, set, refusal }: Props) {
  const [wrong, setWrong] = useState('');
  const fingerprint = useQuery({ queryKey: ['fingerprint', certificatePem], queryFn: async () => (await fingerprintOf(certificatePem)) ?? null, enabled: certificatePem !== '', staleTime: Infinity }).data;
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const pem = file.size > most ? '' : asPem(new Uint8Array(await file.arrayBuffer()));
    const refused = pem === '' ? t('partner.tooLong', { name: file.name }) : hasPrivateKey(pem) ? t('partner.privateKey') : '';
    setWrong(refused);
    set(refused === '' ? { certificatePem: pem, fileName: file.name } : { certificatePem: '', fileName: '' });
  };
  const broken = refusal?.violations.find((violation) => violation.field.endsWith('certificate_pem'));
  return (
    <div className="field">
      <span>{t('partner.certificate')}<span className="required">{t('form.required')}</span></span>{' '}
      <label className="add-file">{fileName || t('partner.choose')}<input className="unseen" type="file" accept=".pem,.crt,.cer,.der" onChange={(e) => { void choose(e.target.files?.[0]); e.target.value = ''; }} /></label>
      {wrong && <small role="alert" className="wrong">{wrong}</small>}
      {broken && certificatePem === '' && <small role="alert" className="wrong">{t('partner.choose')}</small>}
      {fingerprint && <p role="status">{t('partner.compare')} <code className="secret">{spoken(fingerprint)}</code></p>}
    </div>
  );
}
