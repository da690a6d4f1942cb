import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { isStale } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { useReread } from '~/document/matters/matters';
import { ChangeKind, OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { documents, useOutgoing } from '../outgoing';
import type { Beginning } from './opening';
import { changedFields, fields, rebased, sheetOf, type Sheet } from './sheet';
import { copies, useAutosave } from './useAutosave';
import { useDraftLock } from './useDraftLock';

interface Saving {
  base: OutgoingDocument;
  sheet: Sheet;
  kind: ChangeKind;
  reason: string;
}

/** What an editor holds: the document as it was read, the sheet as it is typed, and how the one becomes the other. */
export function useSheet(first: OutgoingDocument, beginning: Beginning, editor: string) {
  const queries = useQueryClient();
  const reread = useReread();
  const [base, setBase] = useState(first);
  const [sheet, setSheet] = useState(beginning.sheet);
  const [aside, setAside] = useState(beginning.aside);
  const [theirs, setTheirs] = useState<OutgoingDocument | undefined>();
  const [kind, setKind] = useState(ChangeKind.UNSPECIFIED);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState({ editor: '', state: 0 });
  const dirty = changedFields(sheetOf(base), sheet).length > 0;
  const { locking, retry } = useDraftLock(base.name, true);
  const autosave = useAutosave({ name: base.name, editor, baseEtag: base.etag, sheet, dirty });
  const { keeping } = autosave;
  const signed = base.state >= OutgoingDocumentState.SIGNED;

  // Whoever changed other fields is no conflict: both changes stand.
  const meet = (other: OutgoingDocument) => {
    const met = rebased(sheetOf(base), sheet, sheetOf(other));
    if (met.both.length > 0) return setTheirs(other);
    setBase(other);
    setSheet(met.sheet);
    call.clear();
  };
  const clash = async () => meet((await documents.getOutgoingDocument({ name: base.name })).outgoingDocument!);
  const call = useCall(
    ({ base: from, sheet: to, kind: changeKind, reason: why }: Saving, requestId) =>
      documents.updateOutgoingDocument({
        outgoingDocument: { ...to, name: from.name, etag: from.etag }, updateMask: { paths: changedFields(sheetOf(from), to).map((field) => fields[field]) }, changeKind, reason: why, requestId,
      }),
    (answer, sent) => {
      const saved = answer.outgoingDocument!;
      setBase(saved);
      // What was typed since it was sent stays; everything else is as the service has it.
      setSheet((now) => (now === sent.sheet ? sheetOf(saved) : now));
      setReason('');
      setShown({ editor: '', state: 0 });
      if (sheet === sent.sheet) autosave.forget();
      void copies.discardWorkingCopy({ parent: saved.name, editor }).catch(() => undefined);
      queries.setQueryData(['outgoing', saved.name], saved);
      reread();
    },
  );
  const stale = call.refusal !== undefined && isStale(call.refusal);
  useEffect(() => {
    if (stale) void clash();
  }, [stale]);

  // The page shows the last state that was kept while the next one is on its way.
  const kept = keeping.state === 'kept' ? keeping.sequence : 0;
  const outdated = keeping.state === 'kept' && keeping.outdated;
  useEffect(() => {
    if (kept > 0) setShown({ editor, state: kept });
    // Copies that this window took over live on in its own.
    if (kept > 0) for (const old of beginning.taken.splice(0)) if (old !== editor) void copies.discardWorkingCopy({ parent: base.name, editor: old }).catch(() => undefined);
  }, [kept, editor, base.name, beginning.taken]);
  useEffect(() => {
    if (outdated) void clash();
  }, [outdated]);

  // Somebody else, or another window, changed it while nothing was typed here.
  const now = useOutgoing(base.name).data;
  useEffect(() => {
    if (now === undefined || now.etag === base.etag) return;
    if (now.version > base.version && dirty) meet(now);
    else if (now.version >= base.version && !call.busy) {
      setBase(now);
      if (!dirty) setSheet(sheetOf(now));
    }
  }, [now]);

  const set = (change: Partial<Sheet>) => setSheet((was) => ({ ...was, ...change }));
  const readOnly = locking.state === 'refused';
  const save = () => {
    if (dirty && !call.busy && !readOnly && theirs === undefined) call.run({ base, sheet, kind: signed ? kind : ChangeKind.UNSPECIFIED, reason });
  };
  const forgetAll = (next: Sheet) => {
    setSheet(next);
    autosave.forget();
    setShown({ editor: '', state: 0 });
    void copies.discardWorkingCopy({ parent: base.name, editor }).catch(() => undefined);
  };
  return {
    base, sheet, set, dirty, readOnly, signed, kind, setKind, reason, setReason, keeping, locking, retryLock: retry,
    flush: autosave.flush, save, busy: call.busy, refusal: stale ? undefined : call.refusal,
    shownEditor: dirty ? shown.editor : '', keptState: shown.state, restored: beginning.restored, aside, theirs,
    discard: () => forgetAll(sheetOf(base)),
    takeAside: () => { setSheet(aside!.sheet); setAside(undefined); },
    dropAside: () => {
      setAside(undefined);
      for (const old of beginning.taken.splice(0)) void copies.discardWorkingCopy({ parent: base.name, editor: old }).catch(() => undefined);
      autosave.forget();
    },
    keepMine: () => { setSheet(rebased(sheetOf(base), sheet, sheetOf(theirs!)).sheet); setBase(theirs!); setTheirs(undefined); call.clear(); },
    keepTheirs: () => { setBase(theirs!); forgetAll(sheetOf(theirs!)); setTheirs(undefined); call.clear(); },
    pressed: (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    },
  };
}

export type SheetDesk = ReturnType<typeof useSheet>;
