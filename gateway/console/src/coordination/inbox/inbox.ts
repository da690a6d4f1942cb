import { create } from '@bufbuild/protobuf';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refusalOf } from '~/calls/refusals';
import { clientOf } from '~/calls/transport';
import { InboxCountsSchema, InboxService, InboxTab, type InboxCounts, type InboxItem } from '~/gen/backoffice/coordination/v1/inbox_pb';

const client = clientOf(InboxService);

export const tabs = [
  { path: 'to-do', tab: InboxTab.TO_DO, count: 'toDo' },
  { path: 'done', tab: InboxTab.DONE, count: 'done' },
  { path: 'to-read', tab: InboxTab.TO_READ, count: 'toRead' },
  { path: 'read', tab: InboxTab.READ, count: 'read' },
  { path: 'started', tab: InboxTab.STARTED, count: 'started' },
] as const;

export type Tab = (typeof tabs)[number];

/** One line of a tab: a matter may stand in it with several tasks; a receipt that was urged has none. */
export const keyOf = (item: InboxItem): string => `${item.service}/${item.matter || item.subject}${item.task ? `/${item.task.number}` : ''}`;

/** Where the subject of a matter has its page; a dispatch is on that of its document. */
export const subjectPath = (subject: string): string => `/${subject.split('/').slice(0, 2).join('/').replace('incomingDocuments/', 'incoming/').replace('outgoingDocuments/', 'outgoing/').replace('sealApplications/', 'seal-applications/')}`;

export function useInboxList(tab: Tab, post: string, order: string) {
  return useInfiniteQuery({
    queryKey: ['inbox', tab.path, post, order],
    initialPageParam: '',
    queryFn: ({ pageParam }) => client.listInboxItems({ tab: tab.tab, pageSize: 50, pageToken: pageParam, filter: post && `post = "${post}"`, orderBy: order }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

/** What is due by the end of today or was before, the most pressing first. */
export function useDue() {
  return useQuery({
    queryKey: ['inbox', 'due'],
    queryFn: async () => (await client.listInboxItems({ tab: InboxTab.TO_DO, pageSize: 50, orderBy: 'due_time' })).items,
  });
}

/**
 * The counts as the server sends them; `live` while its stream stands. Only a window that is seen listens, so that many open
 * windows leave the browser connections for calls.
 */
export function useInboxCounts(): { counts: InboxCounts; live: boolean; away: string } {
  const queries = useQueryClient();
  const [counts, setCounts] = useState<InboxCounts>(() => create(InboxCountsSchema));
  const [live, setLive] = useState(false);
  const [away, setAway] = useState('');
  useEffect(() => {
    let stop = new AbortController();
    let again: number | undefined;
    const listen = async (signal: AbortSignal, wait: number): Promise<void> => {
      let next = wait;
      try {
        for await (const change of client.watchInbox({}, { signal })) {
          next = 1_000;
          setCounts(change.counts!);
          setLive(true);
          void queries.invalidateQueries({ queryKey: ['inbox'] });
          for (const matter of change.matters) void queries.invalidateQueries({ queryKey: ['matter', matter] });
        }
      } catch (e) {
        if (!signal.aborted) setAway(refusalOf(e).text);
      }
      // The stream also ends without an error, when the gateway restarts.
      if (signal.aborted) return;
      setLive(false);
      again = window.setTimeout(() => void listen(signal, Math.min(next * 2, 30_000)), next);
    };
    const turn = () => {
      stop.abort();
      window.clearTimeout(again);
      stop = new AbortController();
      if (document.visibilityState === 'visible') void listen(stop.signal, 1_000);
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    addEventListener('online', turn);
    return () => {
      stop.abort();
      window.clearTimeout(again);
      document.removeEventListener('visibilitychange', turn);
      removeEventListener('online', turn);
    };
  }, [queries]);
  return { counts, live, away };
}
