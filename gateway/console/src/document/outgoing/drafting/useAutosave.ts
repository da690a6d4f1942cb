import { useCallback, useEffect, useRef, useState } from 'react';
import { isAway, refusalOf, type Refusal } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { WorkingCopyService } from '~/gen/backoffice/document/v1/working_copies_pb';
import { useMe } from '~/session/Session';
import { hold, release } from './journal';
import { typedOf, type Sheet } from './sheet';

export const copies = clientOf(WorkingCopyService);

export type Keeping =
  | { state: 'same' }
  | { state: 'waiting' | 'saving' }
  | { state: 'kept'; time: Date; sequence: number; outdated: boolean }
  | { state: 'offline' }
  | { state: 'refused'; refusal: Refusal };

interface What {
  name: string;
  editor: string;
  baseEtag: string;
  sheet: Sheet;
  /** Whether it differs from the document as it was read. */
  dirty: boolean;
}

// As long as a pause between two sentences; somebody who never pauses is kept every few seconds all the same.
const pause = 1_200;
const longest = 5_000;
const again = 4_000;

/**
 * Keeps what is typed: in this browser at once, with the service after a pause, and again when the connection is back. Only the newest
 * state is ever sent, under a number that counts up, so that an answer that comes late replaces nothing.
 */
export function useAutosave(what: What): { keeping: Keeping; flush: () => Promise<boolean>; forget: () => void } {
  const { account } = useMe();
  const [keeping, setKeeping] = useState<Keeping>({ state: 'same' });
  const latest = useRef(what);
  const sent = useRef({ sequence: Date.now(), sheet: undefined as Sheet | undefined, since: 0 });
  const underway = useRef<Promise<boolean> | undefined>(undefined);
  useEffect(() => {
    latest.current = what;
  });

  const send = useCallback(async (): Promise<boolean> => {
    const { name, editor, baseEtag, sheet } = latest.current;
    if (sent.current.sheet === sheet) return true;
    sent.current.sequence += 1;
    const { sequence } = sent.current;
    setKeeping({ state: 'saving' });
    try {
      const answer = await copies.saveWorkingCopy({ parent: name, workingCopy: { editor, sequence: BigInt(sequence), baseEtag, ...typedOf(sheet) } });
      sent.current = { sequence: sent.current.sequence, sheet, since: 0 };
      if (latest.current.sheet !== sheet) return true;
      hold(account, name, { editor, baseEtag, sheet, time: Date.now() }, true);
      setKeeping({ state: 'kept', time: new Date(), sequence, outdated: answer.workingCopy?.outdated ?? false });
      return true;
    } catch (e) {
      const refusal = refusalOf(e);
      setKeeping(isAway(refusal) ? { state: 'offline' } : { state: 'refused', refusal });
      return false;
    }
  }, [account]);

  const flush = useCallback(async (): Promise<boolean> => {
    // One at a time, and the newest last.
    await underway.current;
    underway.current = latest.current.dirty ? send() : Promise.resolve(true);
    return underway.current;
  }, [send]);

  const { name, editor, baseEtag, sheet, dirty } = what;
  useEffect(() => {
    if (!dirty || sent.current.sheet === sheet) return undefined;
    hold(account, name, { editor, baseEtag, sheet, time: Date.now() }, false);
    setKeeping((now) => (now.state === 'offline' || now.state === 'refused' ? now : { state: 'waiting' }));
    sent.current.since ||= Date.now();
    const timer = setTimeout(() => void flush(), Math.max(0, Math.min(pause, sent.current.since + longest - Date.now())));
    return () => clearTimeout(timer);
  }, [account, name, editor, baseEtag, sheet, dirty, flush]);

  const offline = keeping.state === 'offline';
  useEffect(() => {
    if (!offline) return undefined;
    const timer = setInterval(() => void flush(), again);
    const back = () => void flush();
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [offline, flush]);

  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && void flush();
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      void flush();
    };
  }, [flush]);

  const forget = useCallback(() => {
    release(account, latest.current.name);
    sent.current = { sequence: sent.current.sequence, sheet: latest.current.sheet, since: 0 };
    setKeeping({ state: 'same' });
  }, [account]);
  return { keeping, flush, forget };
}
