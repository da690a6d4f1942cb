import { getOption, type DescFile } from '@bufbuild/protobuf';
import { access, Audit, Caller, type Role } from '~/gen/backoffice/options/v1/access_pb';

/** One rpc and who may call it. */
export interface Right {
  service: string;
  rpc: string;
  permission: string;
  roles: Role[];
  audited: Audit;
}

const files = import.meta.glob<Record<string, unknown>>('../gen/backoffice/*/v1/*_pb.ts');

const isFile = (value: unknown): value is DescFile => typeof value === 'object' && value !== null && (value as { kind?: string }).kind === 'file';

/** The matrix of the contract itself: the same words that the gateway and the services decide by. */
export async function readMatrix(): Promise<Right[]> {
  const read = await Promise.all(Object.values(files).map((file) => file()));
  return read.flatMap((module) => Object.values(module).filter(isFile)).flatMap((file) => file.services).flatMap((service) => service.methods.map((method) => ({ service, method, declared: getOption(method, access) })))
    .filter(({ declared }) => declared.caller === Caller.UNSPECIFIED)
    .map(({ service, method, declared }) => ({ service: /^backoffice\.(\w+)\./.exec(service.typeName)?.[1] ?? service.typeName, rpc: `${service.name}/${method.name}`, permission: declared.permission, roles: declared.roles, audited: declared.audit }))
    .sort((a, b) => a.permission.localeCompare(b.permission) || a.rpc.localeCompare(b.rpc));
}
