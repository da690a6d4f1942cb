import { Alert, Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ProofElement, ProofCertainty, type ProofFinding } from '~/gen/backoffice/document/v1/proofreading_pb';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { t, type TextKey } from '~/texts/texts';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { when } from '~/texts/times';
import { OutgoingAttachments } from '../OutgoingAttachments';
import { Versions } from '../Versions';
import { Annexes } from './Annexes';
import { BodyEditor, go, replaceIn, type Mark } from './BodyEditor';
import { Conflict } from './Conflict';
import { Head, Particulars } from './Elements';
import { Findings } from './Findings';
import { ImportHere } from './ImportHere';
import { KeepingRefusal, KeepingState } from './KeepingState';
import { LivePages } from './LivePages';
import { LockNotice } from './LockNotice';
import type { Beginning } from './opening';
import { fixed, moved, stands, useProofs } from './proofs';
import { SaveBar } from './SaveBar';
import { Sides } from './Sides';
import { sheetOf } from './sheet';
import { useSheet } from './useSheet';

interface Props {
  document: OutgoingDocument;
  beginning: Beginning;
  editor: string;
}

const page = (name: string): string => `/${name.replace('outgoingDocuments', 'outgoing')}`;

/** The editor of one document: the text on the left, its page and what is found in it on the right. */
export function Editor({ document: first, beginning, editor }: Props) {
  const leave = useNavigate();
  const desk = useSheet(first, beginning, editor);
  const { sheet, base, set, dirty, readOnly, keeping, locking } = desk;
  const area = useRef<HTMLTextAreaElement>(null);
  const read = useProofs(base, sheet, dirty);
  // What was mended is gone at once; the next reading replaces it all.
  const [mended, setMended] = useState<{ of: unknown; left: ProofFinding[] } | undefined>();
  const proofs = mended?.of === read.data && mended ? mended.left : (read.data?.findings ?? []);
  const marks = useMemo<Mark[]>(
    () => proofs.filter((f) => f.element === ProofElement.BODY && stands(sheet, f)).map((f) => ({ id: f.id, offset: f.offset, length: f.length, error: f.certainty === ProofCertainty.ERROR })).sort((a, b) => a.offset - b.offset),
    [proofs, sheet],
  );
  const standing = proofs.filter((f) => stands(sheet, f)).length;
  const mend = (findings: ProofFinding[]) => {
    const next = fixed(sheet, findings);
    setMended({ of: read.data, left: moved(proofs, findings) });
    if (next.body === sheet.body) return set(next);
    set({ ...next, body: sheet.body });
    replaceIn(area.current, sheet.body, next.body, (body) => set({ body }));
  };
  const show = (finding: ProofFinding) => {
    if (finding.element !== ProofElement.BODY) return;
    go(area.current, finding.offset, finding.offset + finding.length);
    document.querySelector(`[data-finding="${CSS.escape(finding.id)}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <article className="page drafting">
      <header>
        <h1>{t('draft.title')}</h1>
        <span className={`state ${OutgoingDocumentState[base.state]}`}>{t(`outgoingState.${OutgoingDocumentState[base.state]}` as TextKey)}</span>
        <KeepingState keeping={keeping} dirty={dirty} />
        <span className="space" />
        <Link to={page(base.name)}>{t('draft.leave')}</Link>
      </header>
      <LockNotice name={base.name} locking={locking} retry={desk.retryLock} />
      {desk.restored && dirty && <Alert type="info" showIcon title={t('draft.restored', { time: when(timestampFromDate(desk.restored)) })} action={<Button size="small" onClick={desk.discard}>{t('draft.discard')}</Button>} />}
      {desk.aside && <Conflict title={t('conflict.before', { time: when(timestampFromDate(desk.aside.time)) })} mine={desk.aside.sheet} theirs={sheet} keepMine={readOnly ? undefined : desk.takeAside} keepTheirs={desk.dropAside} />}
      {desk.theirs && <Conflict title={t('conflict.now', { version: desk.theirs.version })} mine={sheet} theirs={sheetOf(desk.theirs)} keepMine={readOnly ? undefined : desk.keepMine} keepTheirs={desk.keepTheirs} />}
      <KeepingRefusal keeping={keeping} />
      <div className="columns">
        <div className="paper" onKeyDown={desk.pressed}>
          <SaveBar desk={desk} submitted={() => void leave(page(base.name))} />
          {desk.refusal && <RefusalNotice refusal={desk.refusal} />}
          <Head sheet={sheet} set={set} readOnly={readOnly} />
          <BodyEditor value={sheet.body} change={(body) => set({ body })} marks={marks} readOnly={readOnly} area={area} />
          <Annexes sheet={sheet} set={set} readOnly={readOnly} />
          <Particulars sheet={sheet} set={set} readOnly={readOnly} />
          <ImportHere desk={desk} />
          <OutgoingAttachments document={base} mayChange={!readOnly} />
        </div>
        <div className="handling">
          <Sides sides={[
            { id: 'page', title: t('draft.page'), content: <LivePages document={base} editor={dirty && keeping.state === 'kept' ? editor : desk.shownEditor} state={desk.keptState} pending={dirty && keeping.state !== 'kept'} /> },
            { id: 'findings', title: t('draft.found', { count: base.findings.length + standing }), content: <Findings name={base.name} sheet={sheet} rules={base.findings} behind={dirty} proofs={proofs} more={read.data?.more ?? false} reading={read.isFetching} error={read.error} mend={mend} show={show} readOnly={readOnly} /> },
            { id: 'versions', title: t('versions.title'), content: <Versions document={base} /> },
          ]} />
        </div>
      </div>
    </article>
  );
}
