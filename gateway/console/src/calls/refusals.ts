import { Code, ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema, LocalizedMessageSchema } from '~/gen/google/rpc/error_details_pb';
import type { Status } from '~/gen/google/rpc/status_pb';
import { RuleCitationSchema, type RuleCitation } from '~/gen/backoffice/regulations/v1/citation_pb';
import { language, t } from '~/texts/texts';

/** What a call was refused with, ready to be shown. */
export interface Refusal {
  code: Code;
  reason: string;
  text: string;
  citations: RuleCitation[];
  violations: { field: string; description: string }[];
  metadata: Record<string, string>;
}

/** True for what never reached a service: the same call may be tried again as it is. */
export const isAway = (refusal: Refusal): boolean => refusal.code === Code.Unavailable || refusal.reason === '';

/** True where what was read is no longer what stands. */
export const isStale = (refusal: Refusal): boolean => refusal.code === Code.Aborted;

export function refusalOf(error: unknown): Refusal {
  const failed = ConnectError.from(error);
  const info = failed.findDetails(ErrorInfoSchema)[0];
  const chinese = failed.findDetails(LocalizedMessageSchema).find((m) => m.locale === 'zh-CN')?.message;
  return {
    code: failed.code,
    reason: info?.reason ?? '',
    text: info === undefined ? t('refusal.away') : language() === 'zh-CN' && chinese ? chinese : failed.rawMessage,
    citations: failed.findDetails(RuleCitationSchema),
    violations: failed.findDetails(BadRequestSchema).flatMap((b) => b.fieldViolations.map((v) => ({ field: v.field, description: v.description }))),
    metadata: info?.metadata ?? {},
  };
}

/** The same of what was refused inside an answer, one of several. */
export function refusalOfStatus(status: Status): Refusal {
  const failed = new ConnectError(status.message, status.code as Code);
  failed.details = status.details.map((detail) => ({ type: detail.typeUrl.split('/').at(-1)!, value: detail.value }));
  return refusalOf(failed);
}
