import { Input } from 'antd';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import { handling } from '../outgoing';

/** 登记: the number is given without gaps. */
export default function Register({ matter, done, cancel }: ActProps) {
  const [organCode, setOrganCode] = useDraft(`${matter.name}.organ-code`);
  const [copies, setCopies] = useDraft(`${matter.name}.copies`);
  return (
    <ActForm
      focus title={t('numbering.title')} submit={t('numbering.submit')} cancel={cancel} ready={organCode.trim() !== '' && Number(copies) > 0}
      input={{ name: matter.subject, matterEtag: matter.etag, organCode: organCode.trim(), copyCount: Number(copies) }}
      send={(input, requestId) => handling.registerOutgoingDocument({ ...input, requestId })} done={() => { setOrganCode(''); setCopies(''); done(); }}
    >
      <div className="field"><label>{t('numbering.code')} <Input value={organCode} maxLength={10} onChange={(e) => setOrganCode(e.target.value)} /></label></div>
      <div className="field"><label>{t('numbering.copies')} <Input type="number" min={1} value={copies} onChange={(e) => setCopies(e.target.value)} /></label></div>
    </ActForm>
  );
}
