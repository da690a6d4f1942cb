import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { everyPage } from '~/frame/everyPage';
import { OutgoingDocumentService, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { OutgoingHandlingService } from '~/gen/backoffice/document/v1/outgoing_handling_pb';
import { OutgoingPageService, PageFileFormat } from '~/gen/backoffice/document/v1/outgoing_pages_pb';

export const documents = clientOf(OutgoingDocumentService);
export const handling = clientOf(OutgoingHandlingService);
export const pages = clientOf(OutgoingPageService);

export const useOutgoing = (name: string) =>
  useQuery({ queryKey: ['outgoing', name], queryFn: async () => (await documents.getOutgoingDocument({ name })).outgoingDocument! });

export const useVersions = (name: string) =>
  useQuery({ queryKey: ['outgoing', name, 'versions'], queryFn: async () => (await documents.listOutgoingDocumentVersions({ parent: name, pageSize: 100 })).versions });

export const useComparison = (name: string, fromVersion: number, toVersion: number) =>
  useQuery({
    queryKey: ['outgoing', name, 'comparison', fromVersion, toVersion],
    queryFn: async () => (await documents.compareOutgoingDocumentVersions({ name, fromVersion, toVersion })).differences,
    enabled: fromVersion > 0,
    staleTime: Infinity,
  });

/** One page as it is printed, as an image. */
export const usePage = (document: OutgoingDocument, page: number) =>
  useQuery({
    queryKey: ['outgoing', document.name, 'page', document.etag, page],
    queryFn: () => pages.renderOutgoingDocument({ name: document.name, format: PageFileFormat.PNG, page, dotsPerInch: 110 }),
  });

export const outgoingFilter = (state: string, genre: string): string => [state && `state = ${state}`, genre && `genre = ${genre}`].filter(Boolean).join(' AND ');

/** Every document of a list, page by page, for whoever takes it along. */
export const wholeList = async (filter: string): Promise<OutgoingDocument[]> =>
  (await everyPage((pageToken) => documents.listOutgoingDocuments({ pageSize: 1000, pageToken, filter }))).flatMap((page) => page.outgoingDocuments);

export const useOutgoingList = (query: string, filter: string) =>
  useInfiniteQuery({
    queryKey: ['outgoing', 'list', query, filter],
    initialPageParam: '',
    queryFn: async ({ pageParam }): Promise<{ lines: { document: OutgoingDocument; snippet: string }[]; nextPageToken: string }> => {
      if (query !== '') {
        const page = await documents.searchOutgoingDocuments({ query, pageSize: 50, pageToken: pageParam });
        return { lines: page.hits.map((hit) => ({ document: hit.outgoingDocument!, snippet: hit.snippet })), nextPageToken: page.nextPageToken };
      }
      const page = await documents.listOutgoingDocuments({ pageSize: 50, pageToken: pageParam, filter });
      return { lines: page.outgoingDocuments.map((document) => ({ document, snippet: '' })), nextPageToken: page.nextPageToken };
    },
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
