import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { chosen, type Chosen } from '~/document/files';
import { useReread } from '~/document/matters/matters';
import { ChangeKind } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { LeftOutKind, OutgoingImportService, type PreviewOutgoingImportResponse } from '~/gen/backoffice/document/v1/outgoing_imports_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { sheetOf, changedFields } from './sheet';
import { SheetDifferences } from './SheetDifferences';
import type { SheetDesk } from './useSheet';

export const imports = clientOf(OutgoingImportService);
// What the service takes.
const most = 16 * 1024 * 1024;

/** 导入到本稿: a DOCX or plain text, shown as a difference before it takes the place of the text; that stays as a version. */
export function ImportHere({ desk }: { desk: SheetDesk }) {
  const me = useMe();
  const queries = useQueryClient();
  const reread = useReread();
  const { base } = desk;
  const [seen, setSeen] = useState<{ chosen: Chosen; answer: PreviewOutgoingImportResponse } | undefined>();
  const [tooLong, setTooLong] = useState('');
  const shown = useRef<HTMLElement>(null);
  // It comes up below the fold of a long sheet.
  useEffect(() => { shown.current?.scrollIntoView({ block: 'start' }); }, [seen]);
  const look = useCall(async (one: Chosen) => imports.previewOutgoingImport({ name: base.name, fileName: one.fileName, content: new Uint8Array(await one.file.arrayBuffer()) }), (answer, one) => setSeen({ chosen: one, answer }));
  const take = useCall(
    async ({ chosen: one, etag, kind, reason }: { chosen: Chosen; etag: string; kind: ChangeKind; reason: string }, requestId) =>
      imports.importOutgoingDocument({ name: base.name, etag, fileName: one.fileName, content: new Uint8Array(await one.file.arrayBuffer()), changeKind: kind, reason, requestId }),
    (answer) => {
      setSeen(undefined);
      desk.setReason('');
      queries.setQueryData(['outgoing', base.name], answer.outgoingDocument!);
      reread();
    },
  );
  if (!mayCall(me, OutgoingImportService.method.importOutgoingDocument)) return null;
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setSeen(undefined);
    take.clear();
    setTooLong(file.size > most ? file.name : '');
    if (file.size <= most) look.run(chosen(file));
  };
  const stated = !desk.signed || (desk.kind !== ChangeKind.UNSPECIFIED && desk.reason.trim() !== '');
  const untouched = !desk.dirty && !desk.readOnly;
  return (
    <details className="more">
      <summary>{t('importHere.title')}</summary>
      <p>{t(untouched ? 'importHere.hint' : desk.readOnly ? 'importHere.readOnly' : 'importHere.saveFirst')}</p>
      {untouched && <label className="add-file">{look.busy ? t('files.adding') : t('new.choose')}<input className="unseen" type="file" accept=".docx,.txt" disabled={look.busy || take.busy} onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} /></label>}
      {tooLong && <p role="alert" className="wrong">{t('files.tooLong', { name: tooLong })}</p>}
      {[look, take].map((call, i) => call.refusal && <RefusalNotice key={i} refusal={call.refusal} reread={reread} />)}
      {seen && (
        <section ref={shown} className="conflict" aria-label={t('importHere.seen', { file: seen.chosen.fileName })}>
          <h2>{t('importHere.seen', { file: seen.chosen.fileName })}</h2>
          <p className="buttons">
            <Button type="primary" disabled={!untouched || !stated} loading={take.busy} onClick={() => take.run({ chosen: seen.chosen, etag: base.etag, kind: desk.signed ? desk.kind : ChangeKind.UNSPECIFIED, reason: desk.signed ? desk.reason : '' })}>{t('importHere.take')}</Button>
            <Button onClick={() => setSeen(undefined)}>{t('form.cancel')}</Button>
          </p>
          {!stated && <p className="wrong">{t('importHere.stateKind')}</p>}
          <Left answer={seen.answer} />
          <p><del>{t('importHere.draftAlone')}</del> <ins>{t('importHere.fileAlone')}</ins></p>
          {changedFields(sheetOf(base), sheetOf(seen.answer.outgoingDocument!)).length === 0 && <p className="empty">{t('versions.same')}</p>}
          <SheetDifferences mine={sheetOf(base)} theirs={sheetOf(seen.answer.outgoingDocument!)} />
        </section>
      )}
    </details>
  );
}

/** What of the file is no text, and is not taken. */
function Left({ answer }: { answer: PreviewOutgoingImportResponse }) {
  const changes = answer.insertionCount + answer.deletionCount;
  if (answer.leftOut.length === 0 && changes === 0) return null;
  return <p role="status">{t('new.leftOut', { what: answer.leftOut.map((l) => `${t(`leftOut.${LeftOutKind[l.kind]}` as TextKey)} ${l.count}`).join('、') || '—', changes })}</p>;
}
