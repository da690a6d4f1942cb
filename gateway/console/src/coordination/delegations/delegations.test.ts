import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DelegationSchema } from '~/gen/backoffice/coordination/v1/delegations_pb';
import { DirectorySchema } from '~/gen/backoffice/coordination/v1/directory_pb';
import { UnitKind } from '~/gen/backoffice/coordination/v1/units_pb';
import { GetMeResponseSchema } from '~/gen/backoffice/identity/v1/accounts_pb';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { heldPosts, mayDelegate, mayRevoke, standingOf } from './delegations';

const hour = 3_600_000;
const now = new Date();
const at = (hours: number) => timestampFromDate(new Date(now.getTime() + hours * hour));
const delegation = (from: number, to: number, revoked = false) =>
  create(DelegationSchema, { post: 'posts/chief', deputyPost: 'posts/staff', startTime: at(from), endTime: at(to), creator: 'people/chief', ...(revoked && { revokeTime: at(-1) }) });

const directory = create(DirectorySchema, {
  units: [{ name: 'units/relief', kind: UnitKind.SECTION }, { name: 'units/county', kind: UnitKind.EXTERNAL }],
  posts: [{ name: 'posts/chief', unit: 'units/relief' }, { name: 'posts/staff', unit: 'units/relief' }, { name: 'posts/vacant', unit: 'units/relief' }, { name: 'posts/county', unit: 'units/county' }],
  people: [
    { name: 'people/chief', account: 'chief', posts: ['posts/chief'] }, { name: 'people/staff', account: 'staff', posts: ['posts/staff'] },
    { name: 'people/county', account: 'county', posts: ['posts/county'] }, { name: 'people/gone', account: 'gone', posts: [], left: true },
  ],
});
const me = (account: string, ...roles: Role[]) => create(GetMeResponseSchema, { account, roles });

test('A delegation stands from its begin to its end, the end not included, unless it was revoked', () => {
  expect(standingOf(delegation(1, 2), now)).toBe('UPCOMING');
  expect(standingOf(delegation(0, 2), now)).toBe('CURRENT');
  expect(standingOf(delegation(-2, 0), now)).toBe('OVER');
  expect(standingOf(delegation(-2, 2, true), now)).toBe('REVOKED');
});

test('One delegates the own posts; the office director every post of the bureau, and none of another organ', () => {
  expect(mayDelegate(directory, me('chief', Role.SECTION_CHIEF))).toEqual(['posts/chief']);
  expect(mayDelegate(directory, me('office', Role.OFFICE_DIRECTOR))).toEqual(['posts/chief', 'posts/staff', 'posts/vacant']);
  expect(mayDelegate(directory, me('nobody'))).toEqual([]);
});

test('Nobody deputises from a vacant post', () => {
  expect(heldPosts(directory)).toEqual(['posts/chief', 'posts/staff', 'posts/county']);
});

test('Whoever made it, holds the post or heads the office ends it, and nobody what is over', () => {
  expect(mayRevoke(directory, me('chief'), delegation(-1, 1))).toBe(true);
  expect(mayRevoke(directory, me('office', Role.OFFICE_DIRECTOR), delegation(1, 2))).toBe(true);
  expect(mayRevoke(directory, me('staff'), delegation(-1, 1))).toBe(false);
  expect(mayRevoke(directory, me('chief'), delegation(-2, -1))).toBe(false);
  expect(mayRevoke(directory, me('chief'), delegation(-2, 2, true))).toBe(false);
});
