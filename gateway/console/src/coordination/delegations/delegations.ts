import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { inForce, postWithHolder } from '~/coordination/directory/directory';
import { everyPage } from '~/frame/everyPage';
import { DelegationService, type Delegation } from '~/gen/backoffice/coordination/v1/delegations_pb';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { UnitKind } from '~/gen/backoffice/coordination/v1/units_pb';
import type { GetMeResponse } from '~/gen/backoffice/identity/v1/accounts_pb';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { t } from '~/texts/texts';
import { exactly } from '~/texts/times';

export const delegations = clientOf(DelegationService);

export const pathOf = (delegation: Delegation): string => `/${delegation.name}`;

/** All of the bureau, newest first. */
export const useDelegations = (currentOnly: boolean, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['delegations', 'list', currentOnly],
    initialPageParam: '',
    queryFn: ({ pageParam }) => delegations.listDelegations({ pageSize: 50, pageToken: pageParam, currentOnly }),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    enabled,
  });

/** Every one, for whoever looks own ones out of them. */
export const useEveryDelegation = (currentOnly: boolean, enabled: boolean) => useQuery({ queryKey: ['delegations', 'every', currentOnly], queryFn: () => everyDelegation(currentOnly), enabled });

export const everyDelegation = async (currentOnly: boolean): Promise<Delegation[]> =>
  (await everyPage((pageToken) => delegations.listDelegations({ pageSize: 1000, pageToken, currentOnly }))).flatMap((page) => page.delegations);

export const useDelegation = (name: string) =>
  useQuery({ queryKey: ['delegations', name], queryFn: async () => (await delegations.getDelegation({ name })).delegation!, staleTime: 0 });

export type Standing = 'UPCOMING' | 'CURRENT' | 'OVER' | 'REVOKED';

/** 生效与否: its end is no part of it. */
export function standingOf(delegation: Delegation, now = new Date()): Standing {
  if (delegation.revokeTime !== undefined) return 'REVOKED';
  return inForce(delegation, now) ? 'CURRENT' : now < timestampDate(delegation.startTime!) ? 'UPCOMING' : 'OVER';
}

/** Posts that the caller may have done by another: the own ones; the office director, every post of the bureau. */
export function mayDelegate(directory: Directory | undefined, me: GetMeResponse): string[] {
  const outside = directory?.units.filter((unit) => unit.kind === UnitKind.EXTERNAL).map((unit) => unit.name) ?? [];
  const own = directory?.people.find((person) => person.account === me.account)?.posts ?? [];
  return me.roles.includes(Role.OFFICE_DIRECTOR) ? (directory?.posts ?? []).filter((post) => !outside.includes(post.unit)).map((post) => post.name) : own;
}

/** Posts that somebody holds; nobody can deputise from a vacant one. */
export const heldPosts = (directory: Directory | undefined): string[] =>
  (directory?.posts ?? []).filter((post) => directory!.people.some((person) => !person.left && person.posts.includes(post.name))).map((post) => post.name);

/** Whoever made it, holds the post or heads the office ends it, as long as it has not ended. */
export function mayRevoke(directory: Directory | undefined, me: GetMeResponse, delegation: Delegation): boolean {
  const standing = standingOf(delegation);
  const person = directory?.people.find((one) => one.account === me.account);
  const concerned = delegation.creator === me.account || delegation.creator === person?.name || person?.posts.includes(delegation.post) || me.roles.includes(Role.OFFICE_DIRECTOR);
  return concerned === true && (standing === 'CURRENT' || standing === 'UPCOMING');
}

/** The list as a table of a spreadsheet. */
export const sheetOf = (directory: Directory | undefined, rows: Delegation[]) => ({
  header: [t('delegation.post'), t('delegation.deputy'), t('delegation.start'), t('delegation.end'), t('delegation.reason'), t('delegation.appointment'), t('delegation.standing')],
  rows: rows.map((d) => [postWithHolder(directory, d.post), postWithHolder(directory, d.deputyPost), exactly(d.startTime), exactly(d.endTime), d.reason, d.appointment, t(`delegationStanding.${standingOf(d)}`)]),
});
