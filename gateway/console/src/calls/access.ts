import { getOption, type DescMethod } from '@bufbuild/protobuf';
import { access, Caller } from '~/gen/backoffice/options/v1/access_pb';
import type { GetMeResponse } from '~/gen/backoffice/identity/v1/accounts_pb';

/** Whether the gateway would let this caller call the rpc: the contract's own words decide, as they do there. */
export function mayCall(me: GetMeResponse, method: DescMethod): boolean {
  const declared = getOption(method, access);
  return declared.caller === Caller.SELF || (declared.caller === Caller.UNSPECIFIED && me.permissions.includes(declared.permission));
}
