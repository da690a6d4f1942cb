import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useQuery } from '@tanstack/react-query';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { DirectoryService, type Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import type { Delegation } from '~/gen/backoffice/coordination/v1/delegations_pb';
import type { Post } from '~/gen/backoffice/coordination/v1/posts_pb';
import { useMe } from '~/session/Session';

const client = clientOf(DirectoryService);

/** Units, posts and people; undefined while it is read, and for whoever may not read it. */
export function useDirectory(): Directory | undefined {
  const me = useMe();
  return useQuery({
    queryKey: ['directory'],
    queryFn: async () => (await client.getDirectory({})).directory!,
    enabled: mayCall(me, DirectoryService.method.getDirectory),
    staleTime: 300_000,
  }).data;
}

export function myPosts(directory: Directory | undefined, account: string): Post[] {
  const held = directory?.people.find((p) => p.account === account)?.posts ?? [];
  return held.flatMap((name) => directory?.posts.find((p) => p.name === name) ?? []);
}

export const postTitle = (directory: Directory | undefined, post: string): string => directory?.posts.find((p) => p.name === post)?.displayName ?? post.replace('posts/', '');

/** `办公室主任 郑和平`; a post without holder by its title alone. */
export function postWithHolder(directory: Directory | undefined, post: string): string {
  const holders = directory?.people.filter((p) => !p.left && p.posts.includes(post)).map((p) => p.displayName) ?? [];
  return [postTitle(directory, post), ...holders].join(' ');
}

export const personName = (directory: Directory | undefined, person: string): string => directory?.people.find((p) => p.name === person)?.displayName ?? person.replace('people/', '');

/** Whether a person of the directory is the one signed in. */
export const isMe = (directory: Directory | undefined, account: string, person: string): boolean => directory?.people.find((p) => p.account === account)?.name === person;

/** A post or a person, by name. */
export const readerName = (directory: Directory | undefined, reader: { post: string; person: string }): string =>
  reader.person ? personName(directory, reader.person) : postWithHolder(directory, reader.post);

export const inForce = (delegation: Delegation, now = new Date()): boolean =>
  delegation.revokeTime === undefined && timestampDate(delegation.startTime!) <= now && now < timestampDate(delegation.endTime!);
