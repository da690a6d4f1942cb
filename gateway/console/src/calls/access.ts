import { getOption, type DescMethod } from '@bufbuild/protobuf';
import { access, Caller } from '~/gen/backoffice/options/v1/access_pb';
import type { GetMeResponse } from '~/gen/backoffice/identity/v1/accounts_pb';

/** An rpc, or the permission it needs where its descriptor is too much to fetch before somebody goes there. */
export type Needs = DescMethod | string;

export const permissionOf = (needs: Needs): string => (typeof needs === 'string' ? needs : getOption(needs, access).permission);

/** Whether the gateway would let this caller call the rpc: the contract's own words decide, as they do there. */
export function mayCall(me: GetMeResponse, method: Needs): boolean {
  if (typeof method === 'string') return me.permissions.includes(method);
  const declared = getOption(method, access);
  return declared.caller === Caller.SELF || (declared.caller === Caller.UNSPECIFIED && me.permissions.includes(declared.permission));
}
