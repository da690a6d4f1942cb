import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DirectorySchema } from '~/gen/backoffice/coordination/v1/directory_pb';
import { branches, unitsWith } from './units';

const directory = create(DirectorySchema, {
  units: [{ name: 'units/office', displayName: '办公室', parent: 'units/bureau' }, { name: 'units/bureau', displayName: '民政局' }, { name: 'units/lost', displayName: '旧科', parent: 'units/gone' }],
  posts: [{ name: 'posts/clerk', displayName: '文书', unit: 'units/office' }],
  people: [{ name: 'people/wang', displayName: '王小文', posts: ['posts/clerk'] }, { name: 'people/left', displayName: '李离任', posts: ['posts/clerk'], left: true }],
});

test('Units stand behind the one above them, and none is lost whose parent is', () => {
  expect(branches(directory.units).map(({ unit, depth }) => [unit.displayName, depth])).toEqual([['民政局', 0], ['办公室', 1], ['旧科', 0]]);
});

test('A unit is found by its posts and by the people there, not by those who left', () => {
  expect([...unitsWith(directory, '王小')]).toEqual(['units/office']);
  expect([...unitsWith(directory, '李离任')]).toEqual([]);
});
