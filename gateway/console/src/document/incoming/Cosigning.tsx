import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { personName, postTitle, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { holds, useMatter } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { useDraft } from '~/frame/drafts';
import { CosigningService } from '~/gen/backoffice/document/v1/cosigning_pb';
import type { IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import type { Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { asDay, dayFrom, today, when } from '~/texts/times';

const client = clientOf(CosigningService);

/** 会签 of what another organ issues jointly with ours: our head's signature, and that it went back to the main organ. */
export function Cosigning({ document }: { document: IncomingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const matter = useMatter(document.handling?.matter ?? '').data;
  const [open, setOpen] = useState<'sign' | 'return' | undefined>();
  const signed = document.cosignature;
  const holding = matter !== undefined && holds(matter);
  const signs = holding && mayCall(me, CosigningService.method.cosignIncomingDocument);
  const returns = holding && signed?.stands === true && signed.returnTime === undefined && mayCall(me, CosigningService.method.returnCosignature);
  if (signed === undefined && !signs) return null;
  const close = () => setOpen(undefined);
  return (
    <details className="cosigning" open={signed !== undefined}>
      <summary>{t('cosign.title')}</summary>
      {signed === undefined ? <p>{t('cosign.hint')}</p> : (
        <>
          <p><strong>{t('joint.signed', { signer: signed.signer, day: asDay(signed.signDate) })}</strong> <small>{postTitle(directory, signed.post)}</small> {signed.opinion && <q>{signed.opinion}</q>}</p>
          {!signed.stands && <p className="wrong">{t('cosign.changedSince')}</p>}
          {signed.returnTime && <p className="fine">{t('cosign.returned', { time: when(signed.returnTime), name: personName(directory, signed.returnPerson), how: signed.returnNote })}</p>}
        </>
      )}
      <p className="buttons">
        {signs && <Button size="small" aria-expanded={open === 'sign'} onClick={() => setOpen(open === 'sign' ? undefined : 'sign')}>{t(signed ? 'cosign.signAnew' : 'cosign.sign')}</Button>}
        {returns && <Button size="small" aria-expanded={open === 'return'} onClick={() => setOpen(open === 'return' ? undefined : 'return')}>{t('cosign.return')}</Button>}
      </p>
      {open === 'sign' && signs && <Sign document={document} matter={matter} close={close} />}
      {open === 'return' && returns && <Return document={document} matter={matter} close={close} />}
    </details>
  );
}

interface Props { document: IncomingDocument; matter: Matter; close: () => void }

function Sign({ document, matter, close }: Props) {
  const [opinion, setOpinion] = useDraft(`${document.name}.cosign`);
  return (
    <ActForm focus title={t('cosign.sign')} submit={t('cosign.sign')} cancel={close} done={() => { setOpinion(''); close(); }}
      input={{ name: document.name, etag: document.etag, matterEtag: matter.etag, opinion, signDate: dayFrom(today())! }}
      send={(input, requestId) => client.cosignIncomingDocument({ ...input, requestId })}>
      <OpinionField label={t('act.opinionOptional')} value={opinion} change={setOpinion} />
      <p>{t('sign.date', { day: today() })}</p>
    </ActForm>
  );
}

function Return({ document, matter, close }: Props) {
  const [note, setNote] = useDraft(`${document.name}.return-cosignature`);
  return (
    <ActForm focus title={t('cosign.return')} submit={t('cosign.return')} cancel={close} done={() => { setNote(''); close(); }} ready={note.trim() !== ''}
      input={{ name: document.name, matterEtag: matter.etag, note }} send={(input, requestId) => client.returnCosignature({ ...input, requestId })}>
      <label className="field">{t('cosign.how')}<span className="required">{t('form.required')}</span> <Input value={note} maxLength={200} placeholder={t('cosign.howHint')} onChange={(e) => setNote(e.target.value)} /></label>
    </ActForm>
  );
}
