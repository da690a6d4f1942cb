import { useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { chosen, type Chosen } from '~/document/files';
import type { VerifySealResponse } from '~/gen/backoffice/document/v1/sealing_pb';
import { t } from '~/texts/texts';
import { OutgoingPlaces } from '../OutgoingPlaces';
import { sealing } from './sealing';

// What the service takes.
const most = 16 * 1024 * 1024;

/** 验章: whether the seals of a PDF are whole, cover it all, and are of this installation's provider. Nothing of the file is kept. */
export default function VerifySeal() {
  const [found, setFound] = useState<{ file: string; answer: VerifySealResponse } | undefined>();
  const [tooLong, setTooLong] = useState('');
  const call = useCall(async ({ file }: Chosen) => sealing.verifySeal({ content: new Uint8Array(await file.arrayBuffer()) }), (answer, sent) => setFound({ file: sent.fileName, answer }));
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setFound(undefined);
    setTooLong(file.size > most ? file.name : '');
    if (file.size <= most) call.run(chosen(file));
  };
  return (
    <section className="register" aria-label={t('verifySeal.title')}>
      <header><h1>{t('verifySeal.title')}</h1></header>
      <OutgoingPlaces />
      <p>{t('verifySeal.hint')}</p>
      <label className="add-file">{call.busy ? t('verifySeal.busy') : t('verifySeal.choose')}<input className="unseen" type="file" accept=".pdf,application/pdf" disabled={call.busy} onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} /></label>
      {tooLong && <p role="alert" className="wrong">{t('files.tooLong', { name: tooLong })}</p>}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {found && <Found {...found} />}
    </section>
  );
}

function Found({ file, answer }: { file: string; answer: VerifySealResponse }) {
  const yes = (holds: boolean, text: string, not: string) => <span className={holds ? 'fine' : 'wrong'}>{holds ? text : not}</span>;
  return (
    <section className="act" aria-label={t('verifySeal.found')} role="status">
      <h2>{file}</h2>
      <p><strong className={answer.valid ? 'fine' : 'wrong'}>{t(answer.valid ? 'verifySeal.valid' : answer.signatures.length === 0 ? 'verifySeal.none' : 'verifySeal.invalid')}</strong></p>
      {answer.notice && <p className="wrong">{answer.notice}</p>}
      <ul>
        {answer.signatures.map((one, i) => (
          <li key={i}>
            <p><strong>{one.signer}</strong></p>
            <p className="facts">
              {yes(one.intact, t('verifySeal.intact'), t('verifySeal.changed'))} · {yes(one.coversFile, t('verifySeal.covers'), t('verifySeal.appended'))} · {yes(one.byProvider, t('verifySeal.ours'), t('verifySeal.foreign'))}
            </p>
            <small className="hash">SHA-256 {one.certificateSha256}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
