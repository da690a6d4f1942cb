import { useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { DirectoryService, type Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import type { Unit } from '~/gen/backoffice/coordination/v1/units_pb';

const client = clientOf(DirectoryService);

/** The directory, and why it cannot be read. */
export const useOrganisation = () => useQuery({ queryKey: ['directory'], queryFn: async () => (await client.getDirectory({})).directory!, staleTime: 300_000 });

export const useFindings = (version: bigint | undefined) =>
  useQuery({ queryKey: ['directory', 'check', String(version)], queryFn: async () => (await client.checkDirectory({})).findings, enabled: version !== undefined });

/** A unit with how deep it stands. */
export interface Branch { unit: Unit; depth: number }

/** Units from the top down, each behind the one above it; what hangs on nothing known stands at the top. */
export function branches(units: Unit[]): Branch[] {
  const known = new Set(units.map((unit) => unit.name));
  const under = (parent: string, depth: number): Branch[] =>
    units.filter((unit) => (known.has(unit.parent) ? unit.parent : '') === parent).flatMap((unit) => [{ unit, depth }, ...under(unit.name, depth + 1)]);
  return under('', 0);
}

/** Units in which a word occurs: in their own names, their posts or the people there. */
export function unitsWith(directory: Directory, word: string): Set<string> {
  const has = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase()));
  const posts = directory.posts.filter((post) => has(post.displayName, ...post.responsibilities)
    || directory.people.some((person) => !person.left && person.posts.includes(post.name) && has(person.displayName)));
  return new Set([...directory.units.filter((unit) => has(unit.displayName, unit.shortName, ...unit.responsibilities)).map((unit) => unit.name), ...posts.map((post) => post.unit)]);
}
