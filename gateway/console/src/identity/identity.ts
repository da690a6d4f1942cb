import { useInfiniteQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { AccountService } from '~/gen/backoffice/identity/v1/accounts_pb';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { t, type TextKey } from '~/texts/texts';

export const accounts = clientOf(AccountService);

export const useAccounts = () =>
  useInfiniteQuery({
    queryKey: ['accounts'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => accounts.listAccounts({ pageSize: 100, pageToken: pageParam }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });

export const roles = Object.values(Role).filter((role): role is Role => typeof role === 'number' && role !== Role.UNSPECIFIED);
export const roleTitle = (role: Role): string => t(`role.${Role[role]}` as TextKey);
