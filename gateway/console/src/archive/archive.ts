import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { ArchiveItemService, type ArchiveItem } from '~/gen/backoffice/archive/v1/archive_items_pb';

export const items = clientOf(ArchiveItemService);

export const useItem = (name: string) => useQuery({ queryKey: ['archive', name], queryFn: async () => (await items.getArchiveItem({ name })).archiveItem! });

/** By reference code, of one year or of all; or what a search finds, newest filing first. */
export const useItems = (query: string, filingYear: number) =>
  useInfiniteQuery({
    queryKey: ['archive', 'list', query, filingYear],
    initialPageParam: '',
    queryFn: async ({ pageParam }): Promise<{ archiveItems: ArchiveItem[]; nextPageToken: string }> => (query === ''
      ? items.listArchiveItems({ pageSize: 50, pageToken: pageParam, filingYear })
      : items.searchArchiveItems({ query, pageSize: 50, pageToken: pageParam })),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
