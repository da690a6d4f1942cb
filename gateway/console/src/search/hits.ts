import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mayCall } from '~/calls/access';
import { items } from '~/archive/archive';
import { documents as incoming } from '~/document/incoming/incoming';
import { documents as outgoing } from '~/document/outgoing/outgoing';
import { ArchiveItemService } from '~/gen/backoffice/archive/v1/archive_items_pb';
import { DocumentGenre, IncomingDocumentService, IncomingDocumentState } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { OutgoingDocumentService, OutgoingDocumentState } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import type { TextKey } from '~/texts/texts';

export type Kind = 'incoming' | 'outgoing' | 'archive';

export interface Hit {
  kind: Kind;
  path: string;
  title: string;
  numbers: string[];
  organ: string;
  state: TextKey | '';
  genre: TextKey | '';
  time: Date | undefined;
  snippet: string;
}

export interface Page { hits: Hit[]; nextPageToken: string; total?: number; more?: boolean }

const dateOf = (time: Timestamp | undefined): Date | undefined => (time === undefined ? undefined : timestampDate(time));
const genreOf = (genre: DocumentGenre): TextKey | '' => (genre === DocumentGenre.UNSPECIFIED ? '' : (`genre.${DocumentGenre[genre]}` as TextKey));

const searches: Record<Kind, (query: string, pageToken: string) => Promise<Page>> = {
  incoming: async (query, pageToken) => {
    const page = await incoming.searchIncomingDocuments({ query, pageToken, pageSize: 50 });
    return {
      nextPageToken: page.nextPageToken, total: page.totalSize, more: page.totalSizeExceeded,
      hits: page.hits.map(({ incomingDocument: d, snippet }) => ({
        kind: 'incoming', path: `/${d!.name.replace('incomingDocuments', 'incoming')}`, title: d!.title || d!.documentNumber, numbers: [d!.registrationNumber, d!.documentNumber].filter(Boolean), organ: d!.issuer,
        state: `incomingState.${IncomingDocumentState[d!.state]}` as TextKey, genre: genreOf(d!.genre), time: dateOf(d!.registerTime ?? d!.signForTime), snippet,
      })),
    };
  },
  outgoing: async (query, pageToken) => {
    const page = await outgoing.searchOutgoingDocuments({ query, pageToken, pageSize: 50 });
    return {
      nextPageToken: page.nextPageToken, total: page.totalSize, more: page.totalSizeExceeded,
      hits: page.hits.map(({ outgoingDocument: d, snippet }) => ({
        kind: 'outgoing', path: `/${d!.name.replace('outgoingDocuments', 'outgoing')}`, title: d!.title, numbers: [d!.documentNumber].filter(Boolean), organ: d!.mainRecipients,
        state: `outgoingState.${OutgoingDocumentState[d!.state]}` as TextKey, genre: genreOf(d!.genre), time: dateOf(d!.updateTime), snippet,
      })),
    };
  },
  archive: async (query, pageToken) => {
    const page = await items.searchArchiveItems({ query, pageToken, pageSize: 50 });
    return {
      nextPageToken: page.nextPageToken,
      hits: page.archiveItems.map((item) => ({
        kind: 'archive', path: `/${item.name.replace('archiveItems', 'archive')}`, title: item.title, numbers: [item.referenceCode, item.documentNumber].filter(Boolean), organ: item.creator,
        state: '', genre: '', time: dateOf(item.fileTime), snippet: '',
      })),
    };
  },
};

/** What one register finds; of a register that the caller may not read, nothing. */
export function useHits(kind: Kind, query: string) {
  const me = useMe();
  const method = { incoming: IncomingDocumentService.method.searchIncomingDocuments, outgoing: OutgoingDocumentService.method.searchOutgoingDocuments, archive: ArchiveItemService.method.searchArchiveItems }[kind];
  return useInfiniteQuery({
    queryKey: ['search', kind, query],
    initialPageParam: '',
    queryFn: ({ pageParam }) => searches[kind](query, pageParam),
    getNextPageParam: (page: Page) => page.nextPageToken || undefined,
    enabled: query !== '' && mayCall(me, method),
  });
}

export const kinds: Kind[] = ['incoming', 'outgoing', 'archive'];

/** How many a register has in all, as the service counted or as far as it was read: `12`, `100+`. */
export function totalOf(pages: Page[], more: boolean): string {
  const first = pages[0];
  if (first?.total !== undefined) return `${first.total}${first.more ? '+' : ''}`;
  return `${pages.reduce((sum, page) => sum + page.hits.length, 0)}${more ? '+' : ''}`;
}

/** What hits are narrowed by. */
export interface Facets { kind: string; genre: string; state: string; year: string }

/** The year of a document is that of its own number, then that of its register's, then that of its time. */
export const yearOf = (hit: Hit): string => /〔(\d{4})〕/.exec([...hit.numbers].reverse().join())?.[1] ?? (hit.time ? String(hit.time.getFullYear()) : '');

const valueOf: Record<keyof Facets, (hit: Hit) => string> = { kind: (h) => h.kind, genre: (h) => h.genre, state: (h) => h.state, year: yearOf };

export const fits = (hit: Hit, facets: Facets, except?: keyof Facets): boolean =>
  (Object.keys(valueOf) as (keyof Facets)[]).every((facet) => facet === except || facets[facet] === '' || valueOf[facet](hit) === facets[facet]);

/** The values of a facet among the hits that fit all the others, the most frequent first. */
export function countsOf(hits: Hit[], facet: keyof Facets, facets: Facets): [string, number][] {
  const counts = new Map<string, number>();
  for (const hit of hits.filter((one) => fits(one, facets, facet))) {
    const value = valueOf[facet](hit);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => (facet === 'year' ? b[0].localeCompare(a[0]) : b[1] - a[1]));
}

/** Exactly the number asked for first, then the newest. */
export const inOrder = (hits: Hit[], query: string): Hit[] => {
  const exact = (hit: Hit) => (hit.numbers.some((number) => number === query || number === `${query}号`) ? 0 : 1);
  return [...hits].sort((a, b) => exact(a) - exact(b) || (b.time?.getTime() ?? 0) - (a.time?.getTime() ?? 0));
};
