import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Input } from 'antd';
import { Field } from '~/calls/Field';
import type { Kind } from '~/calls/ResourceForm';
import { PostPicker } from '~/document/matters/PostPicker';
import { t } from '~/texts/texts';
import { minuteOf, momentFrom } from '~/texts/times';
import { delegations } from './delegations';

export interface DelegationEntry { etag: string; post: string; deputyPost: string; start: string; end: string; reason: string; appointment: string }

/** 委托代理, as its form has it; `own` are the posts that the caller may have done by another, `held` those that somebody holds. */
export const delegationKind = (own: string[], held: string[]): Kind<DelegationEntry> => ({
  key: 'delegation',
  empty: { etag: '', post: '', deputyPost: '', start: '', end: '', reason: '', appointment: '' },
  title: () => t('delegation.new'),
  read: async (name) => {
    const { etag, post, deputyPost, startTime, endTime, reason, appointment } = (await delegations.getDelegation({ name })).delegation!;
    return { etag, post, deputyPost, start: minuteOf(timestampDate(startTime!)), end: minuteOf(timestampDate(endTime!)), reason, appointment };
  },
  save: async (entry, _, requestId) => {
    const [start, end] = [momentFrom(entry.start), momentFrom(entry.end)];
    const answer = await delegations.createDelegation({
      delegation: {
        post: entry.post, deputyPost: entry.deputyPost, reason: entry.reason.trim(), appointment: entry.appointment.trim(),
        ...(start && { startTime: timestampFromDate(start) }), ...(end && { endTime: timestampFromDate(end) }),
      },
      requestId,
    });
    return answer.delegation!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <PostPicker label={t('delegation.post')} required value={entry.post} change={(post) => set({ post })} only={own} name="post" refusal={refusal} />
      <PostPicker label={t('delegation.deputy')} required value={entry.deputyPost} change={(deputyPost) => set({ deputyPost })} only={held.filter((post) => post !== entry.post)} name="deputy_post" refusal={refusal} />
      <Field label={t('delegation.start')} name="start_time" refusal={refusal} required><input type="datetime-local" value={entry.start} onChange={(e) => set({ start: e.target.value })} /></Field>
      <Field label={t('delegation.end')} name="end_time" refusal={refusal} required hint={t('delegation.endHint')}><input type="datetime-local" value={entry.end} onChange={(e) => set({ end: e.target.value })} /></Field>
      <Field label={t('delegation.reason')} name="reason" refusal={refusal} required><Input value={entry.reason} placeholder={t('delegation.reasonHint')} onChange={(e) => set({ reason: e.target.value })} /></Field>
      <Field label={t('delegation.appointment')} name="appointment" refusal={refusal} hint={t('delegation.appointmentHint')}><Input value={entry.appointment} onChange={(e) => set({ appointment: e.target.value })} /></Field>
    </>
  ),
});
