import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { IncomingDocumentService, type IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { IncomingHandlingService } from '~/gen/backoffice/document/v1/incoming_handling_pb';

export const documents = clientOf(IncomingDocumentService);
export const handling = clientOf(IncomingHandlingService);

export const useIncoming = (name: string) =>
  useQuery({ queryKey: ['incoming', name], queryFn: async () => (await documents.getIncomingDocument({ name })).incomingDocument!, enabled: name !== '' });

export interface Line {
  document: IncomingDocument;
  snippet: string;
}

/** The register by filter and order, or what a search finds. */
export const useIncomingList = (query: string, filter: string, orderBy: string) =>
  useInfiniteQuery({
    queryKey: ['incoming', 'list', query, filter, orderBy],
    initialPageParam: '',
    queryFn: async ({ pageParam }): Promise<{ lines: Line[]; nextPageToken: string; total: number; more: boolean }> => {
      if (query !== '') {
        const page = await documents.searchIncomingDocuments({ query, pageSize: 50, pageToken: pageParam });
        return { lines: page.hits.map((hit) => ({ document: hit.incomingDocument!, snippet: hit.snippet })), nextPageToken: page.nextPageToken, total: page.totalSize, more: page.totalSizeExceeded };
      }
      const page = await documents.listIncomingDocuments({ pageSize: 50, pageToken: pageParam, filter, orderBy });
      return { lines: page.incomingDocuments.map((document) => ({ document, snippet: '' })), nextPageToken: page.nextPageToken, total: page.totalSize, more: page.totalSizeExceeded };
    },
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
