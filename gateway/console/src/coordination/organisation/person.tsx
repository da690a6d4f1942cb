import { Input } from 'antd';
import { Field } from '~/calls/Field';
import type { Kind } from '~/calls/ResourceForm';
import { clientOf } from '~/calls/transport';
import { PostsPicker } from '~/document/matters/PostPicker';
import { PersonService } from '~/gen/backoffice/coordination/v1/people_pb';
import { t } from '~/texts/texts';

const people = clientOf(PersonService);

interface PersonEntry { etag: string; displayName: string; account: string; posts: string[]; left: boolean }

/** 人员 and the posts held, the main one first, as the form has it. */
export const personKind: Kind<PersonEntry> = {
  key: 'person',
  empty: { etag: '', displayName: '', account: '', posts: [], left: false },
  title: (isNew) => t(isNew ? 'organisation.newPerson' : 'organisation.changePerson'),
  read: async (name) => {
    const { etag, displayName, account, posts, left } = (await people.getPerson({ name })).person!;
    return { etag, displayName, account, posts, left };
  },
  save: async (entry, name, requestId) => {
    // Whoever has left holds no post.
    const sent = { displayName: entry.displayName.trim(), account: entry.account.trim(), posts: entry.left ? [] : entry.posts, left: entry.left };
    const answer = name === undefined
      ? await people.createPerson({ person: sent, requestId })
      : await people.updatePerson({ person: { ...sent, name, etag: entry.etag }, updateMask: { paths: ['display_name', 'account', 'posts', 'left'] }, requestId });
    return answer.person!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('organisation.personName')} name="display_name" refusal={refusal} required><Input value={entry.displayName} autoComplete="off" onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('organisation.account')} name="account" refusal={refusal} hint={t('organisation.accountHint')}><Input value={entry.account} autoComplete="off" onChange={(e) => set({ account: e.target.value })} /></Field>
      {!entry.left && <PostsPicker label={t('organisation.held')} value={entry.posts} change={(posts) => set({ posts })} />}
      <label className="check"><input type="checkbox" checked={entry.left} onChange={(e) => set({ left: e.target.checked })} /> {t('organisation.left')}</label>
    </>
  ),
};
