import { useQueries, useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { EventPathService, type DeadLetter } from '~/gen/backoffice/platform/v1/event_path_pb';
import { t, type TextKey } from '~/texts/texts';
import { services, to } from '../ledgers';

export const path = clientOf(EventPathService);

export const serviceTitle = (service: string): string => t(`service.${service}` as TextKey);

// Events go their way by themselves; how far they are shows within this time.
const refetchInterval = 10_000;

/** How far each service has come with the events of the others; one that is down does not hide the rest. */
export const useSources = () => useQueries({
  queries: services.map((service) => ({
    queryKey: ['events', service, 'sources'],
    queryFn: async () => (await path.listEventSources({ parent: `services/${service}` }, to(service))).eventSources,
    refetchInterval,
  })),
});

export const useReadModels = () => useQueries({
  queries: services.map((service) => ({
    queryKey: ['events', service, 'models'],
    queryFn: async () => (await path.listReadModels({ parent: `services/${service}` }, to(service))).readModels,
    staleTime: Infinity,
  })),
});

// As many as somebody reads; a redrive takes all of them.
const most = 200;

export const useDeadLetters = (service: string) => useQuery({
  queryKey: ['events', service, 'letters'],
  queryFn: async (): Promise<{ letters: DeadLetter[]; more: boolean }> => {
    const page = await path.listDeadLetters({ parent: `services/${service}`, pageSize: most }, to(service));
    return { letters: page.deadLetters, more: page.nextPageToken !== '' };
  },
  refetchInterval,
});
