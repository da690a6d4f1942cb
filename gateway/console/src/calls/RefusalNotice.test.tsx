import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RuleCitationSchema, Strength } from '~/gen/backoffice/regulations/v1/citation_pb';
import { ErrorInfoSchema, LocalizedMessageSchema } from '~/gen/google/rpc/error_details_pb';
import { RefusalNotice } from './RefusalNotice';
import { isAway, refusalOf } from './refusals';

afterEach(cleanup);

const broken = new ConnectError('The rules refuse it.', Code.FailedPrecondition, undefined, [
  { desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { reason: 'RULE_BROKEN', domain: 'backoffice.document' }) },
  { desc: LocalizedMessageSchema, value: create(LocalizedMessageSchema, { locale: 'zh-CN', message: '不符合规定。' }) },
  {
    desc: RuleCitationSchema,
    value: create(RuleCitationSchema, { ruleId: 'DOC-I05', source: '党政机关公文处理工作条例', article: '第24条(五)', strength: Strength.REJECT, measured: '2人未阅', required: '全部阅毕', message: '传阅尚未完成' }),
  },
]);

// Details of a refusal made here are messages; those of the wire are bytes. Both are found.
test('A refusal by a rule shows article, what was found and what is asked for', () => {
  render(<RefusalNotice refusal={refusalOf(broken)} />);
  for (const words of ['不符合规定。', '传阅尚未完成', '《党政机关公文处理工作条例》第24条(五)', '2人未阅', '全部阅毕']) expect(screen.getByText(words)).toBeTruthy();
});

test('What never reached a service may be tried again, and says that nothing typed is lost', () => {
  const away = refusalOf(new TypeError('Failed to fetch'));
  expect(isAway(away)).toBe(true);
  render(<RefusalNotice refusal={away} />);
  expect(screen.getByText(/您输入的内容都在/)).toBeTruthy();
});

test('What was changed by another is offered to be read again', () => {
  const reread = vi.fn();
  const stale = new ConnectError('stale', Code.Aborted, undefined, [{ desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { reason: 'STALE_ETAG' }) }]);
  render(<RefusalNotice refusal={refusalOf(stale)} reread={reread} />);
  screen.getByRole('button', { name: '重新读取' }).click();
  expect(reread).toHaveBeenCalledOnce();
});
