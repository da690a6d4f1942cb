import { Code, ConnectError } from '@connectrpc/connect';
import { create } from '@bufbuild/protobuf';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorInfoSchema } from '~/gen/google/rpc/error_details_pb';
import { addWords } from '~/texts/texts';
import people from '~/texts/zh-CN.people';
import { linesOf, ResourceForm, type Kind } from './ResourceForm';

vi.mock('~/session/Session', () => ({ useMe: () => ({ account: 'office-director' }) }));

interface Thing { etag: string; displayName: string }

const kindOf = (read: () => Promise<Thing>, save: (entry: Thing) => Promise<string>): Kind<Thing> => ({
  key: 'thing', empty: { etag: '', displayName: '' }, title: () => '东西', read, save,
  fields: (entry, set) => <input aria-label="名称" value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} />,
});
const show = (kind: Kind<Thing>, done = vi.fn()) => {
  render(<QueryClientProvider client={new QueryClient()}><ResourceForm kind={kind} name="things/1" done={done} cancel={() => undefined} /></QueryClientProvider>);
  return done;
};
const typed = async () => (await screen.findByLabelText<HTMLInputElement>('名称'));

addWords(people);
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

test('A change goes out with the etag of what was read, and what another changed meanwhile is read again', async () => {
  const reads = [{ etag: '1', displayName: '旧名' }, { etag: '2', displayName: '别人的名' }];
  const stale = new ConnectError('stale', Code.Aborted, undefined, [{ desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { reason: 'STALE_ETAG' }) }]);
  const save = vi.fn<(entry: Thing) => Promise<string>>().mockRejectedValueOnce(stale).mockResolvedValueOnce('things/1');
  const done = show(kindOf(() => Promise.resolve(reads.shift()!), save));
  fireEvent.change(await typed(), { target: { value: '新名' } });
  fireEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));
  fireEvent.click(await screen.findByText('重新读取'));
  await vi.waitFor(async () => expect((await typed()).value).toBe('别人的名'));
  fireEvent.change(await typed(), { target: { value: '新名' } });
  fireEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith('things/1'));
  expect(save.mock.calls.map(([entry]) => entry)).toEqual([{ etag: '1', displayName: '新名' }, { etag: '2', displayName: '新名' }]);
});

test('What was typed is there after the page was read again', async () => {
  sessionStorage.setItem('backoffice.draft.office-director.form.thing.things/1', JSON.stringify({ etag: '1', displayName: '打了一半' }));
  show(kindOf(() => Promise.resolve({ etag: '2', displayName: '旧名' }), () => Promise.resolve('')));
  expect((await typed()).value).toBe('打了一半');
});

test('A list is typed a line each, and empty lines are none', () => expect(linesOf(' 投影 \n\n电视')).toEqual(['投影', '电视']));
