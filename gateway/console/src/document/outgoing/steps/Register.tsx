import { Input } from 'antd';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { today } from '~/texts/times';
import { useRegisters } from '../numbers/numbers';
import { handling } from '../outgoing';

/** 登记: the number is given without gaps. */
export default function Register({ matter, done, cancel }: ActProps) {
  const registers = useRegisters(Number(today().slice(0, 4))).data ?? [];
  const [organCode, setOrganCode] = useDraft(`${matter.name}.organ-code`);
  const [copies, setCopies] = useDraft(`${matter.name}.copies`);
  const next = registers.find((r) => r.organCode === organCode.trim());
  return (
    <ActForm
      focus title={t('numbering.title')} submit={t('numbering.submit')} cancel={cancel} ready={organCode.trim() !== '' && Number(copies) > 0}
      input={{ name: matter.subject, matterEtag: matter.etag, organCode: organCode.trim(), copyCount: Number(copies) }}
      send={(input, requestId) => handling.registerOutgoingDocument({ ...input, requestId })} done={() => { setOrganCode(''); setCopies(''); done(); }}
    >
      <div className="field"><label>{t('numbering.code')} <Input value={organCode} maxLength={10} list="organ-codes" onChange={(e) => setOrganCode(e.target.value)} /></label></div>
      <datalist id="organ-codes">{registers.map((r) => <option key={r.organCode} value={r.organCode} />)}</datalist>
      {next && <p role="status">{t('numbering.next', { number: `${next.organCode}〔${next.year}〕${Number(next.lastSequence) + 1}号` })}{!next.whole && <strong className="wrong"> {t('numbering.broken')}</strong>}</p>}
      <div className="field"><label>{t('numbering.copies')} <Input type="number" min={1} value={copies} onChange={(e) => setCopies(e.target.value)} /></label></div>
    </ActForm>
  );
}
