import { useCallback, useEffect, useState } from 'react';
import { isAway, refusalOf, type Refusal } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { DraftLockService } from '~/gen/backoffice/document/v1/draft_locks_pb';

export const locks = clientOf(DraftLockService);

// Asked in turn, so that a lock given back late never undoes one taken since.
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
  const next = last.then(call);
  last = next.catch(() => undefined);
  return next;
};

export type Locking = { state: 'asking' | 'held' } | { state: 'refused'; refusal: Refusal };

// A window that was closed without a word keeps the others out for a minute and a half at the most.
const leaseSeconds = 90;
const renewal = 25_000;

/**
 * The lock of a document as long as its editor is open: taken, renewed, given back. Who is kept out asks again by itself; a lost connection
 * takes the lock from nobody, since what is typed meanwhile is kept here.
 */
export function useDraftLock(name: string, wanted: boolean): { locking: Locking; retry: () => void } {
  const [locking, setLocking] = useState<Locking>({ state: 'asking' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    let left = false;
    let timer: number | undefined;
    const ask = async () => {
      try {
        await inTurn(() => locks.acquireDraftLock({ name, leaseSeconds }));
        if (!left) setLocking({ state: 'held' });
      } catch (e) {
        const refusal = refusalOf(e);
        if (!left && !isAway(refusal)) setLocking({ state: 'refused', refusal });
      }
      if (!left) timer = window.setTimeout(() => void ask(), renewal);
    };
    void ask();
    return () => {
      left = true;
      window.clearTimeout(timer);
      // It ends by itself where nobody can be told.
      void inTurn(() => locks.releaseDraftLock({ name })).catch(() => undefined);
    };
  }, [name, wanted, turn]);
  const retry = useCallback(() => setTurn((n) => n + 1), []);
  return { locking, retry };
}
