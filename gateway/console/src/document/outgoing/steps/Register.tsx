import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { clientOf } from '~/calls/transport';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { useDraft } from '~/frame/drafts';
import { DocumentNumberService, type ReportDocumentNumbersResponse } from '~/gen/backoffice/document/v1/dispatches_pb';
import { t } from '~/texts/texts';
import { today } from '~/texts/times';
import { handling } from '../outgoing';

const numbers = clientOf(DocumentNumberService);

/** The registers of this year: which codes there are, and the number that comes next unless somebody is faster. */
const useRegisters = () =>
  useQuery({
    queryKey: ['outgoing', 'registers'],
    queryFn: async () => {
      const found: ReportDocumentNumbersResponse[] = [];
      for await (const register of numbers.reportDocumentNumbers({ year: Number(today().slice(0, 4)) })) found.push(register);
      return found;
    },
  }).data ?? [];

/** 登记: the number is given without gaps. */
export default function Register({ matter, done, cancel }: ActProps) {
  const registers = useRegisters();
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
