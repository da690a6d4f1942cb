import { useQuery } from '@tanstack/react-query';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { SealingService } from '~/gen/backoffice/document/v1/sealing_pb';
import { SealService } from '~/gen/backoffice/document/v1/seals_pb';
import { useMe } from '~/session/Session';

export const sealing = clientOf(SealingService);
export const seals = clientOf(SealService);

export function useSeals() {
  const me = useMe();
  return useQuery({ queryKey: ['outgoing', 'seals'], queryFn: async () => (await seals.listSeals({ pageSize: 1000 })).seals, enabled: mayCall(me, SealService.method.listSeals), staleTime: 60_000 });
}

export const useApplication = (name: string) =>
  useQuery({ queryKey: ['outgoing', 'application', name], queryFn: async () => (await sealing.getSealApplication({ name })).sealApplication! });

export const applicationPath = (name: string): string => `/${name.replace('sealApplications', 'seal-applications')}`;
