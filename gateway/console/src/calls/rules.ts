import { create, type DescMessage, type DescMethod, type Message } from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
import { Code, ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema, LocalizedMessageSchema } from '~/gen/google/rpc/error_details_pb';
import { language, t, type TextKey } from '~/texts/texts';

const files = import.meta.glob<Record<string, DescMessage>>('../gen-rules/backoffice/*/v1/*_pb.ts');
const validator = createValidator();

/** The texts of the rules that forms break; any other rule says its own English sentence. */
const texts: Record<string, TextKey> = {
  required: 'rules.required', 'string.min_len': 'rules.minLen', 'string.max_len': 'rules.maxLen', 'string.pattern': 'rules.pattern',
  'int32.gte_lte': 'rules.range', 'int32.gte': 'rules.least', 'int32.lte': 'rules.most', 'enum.not_in': 'rules.choose', 'repeated.min_items': 'rules.minItems', 'bytes.min_len': 'rules.file',
};

function sentence(violation: Violation): string {
  const key = texts[violation.ruleId];
  const numbers = violation.message.match(/-?\d+/g) ?? [];
  return key === undefined || (language() === 'en' && key !== 'rules.pattern') ? violation.message : t(key, { n: numbers[0] ?? '', m: numbers[1] ?? '' });
}

/** What of a request the contract's own rules refuse, by field. */
export async function violationsOf(method: DescMethod, request: Message): Promise<{ field: string; description: string }[]> {
  const file = files[`../gen-rules/${method.input.file.name}_pb.ts`];
  const schema = file && (await file())[`${method.input.name}Schema`];
  if (schema === undefined) return [];
  const checked = validator.validate(schema, request);
  return checked.kind === 'invalid' ? checked.violations.map((v) => ({ field: pathToString(v.field), description: sentence(v) })) : [];
}

/** Refuses a request as the service would, before it is sent. */
export async function refuseByRules(method: DescMethod, request: Message): Promise<void> {
  const violations = await violationsOf(method, request);
  if (violations.length === 0) return;
  throw new ConnectError('Some fields are not as the contract asks.', Code.InvalidArgument, undefined, [
    { desc: ErrorInfoSchema, value: create(ErrorInfoSchema, { reason: 'INVALID_REQUEST', domain: 'backoffice.console' }) },
    { desc: LocalizedMessageSchema, value: create(LocalizedMessageSchema, { locale: 'zh-CN', message: t('rules.refused') }) },
    { desc: BadRequestSchema, value: create(BadRequestSchema, { fieldViolations: violations }) },
  ]);
}
