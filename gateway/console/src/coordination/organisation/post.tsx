import { Input } from 'antd';
import { Field } from '~/calls/Field';
import { linesOf, type Kind } from '~/calls/ResourceForm';
import { clientOf } from '~/calls/transport';
import { PostPicker } from '~/document/matters/PostPicker';
import { PostFunction, PostService } from '~/gen/backoffice/coordination/v1/posts_pb';
import { names } from '~/document/marks';
import { t } from '~/texts/texts';
import { UnitSelect } from './UnitSelect';

const posts = clientOf(PostService);

interface PostEntry { etag: string; displayName: string; unit: string; function: string; backupPost: string; responsibilities: string; closed: boolean }

/** 岗位, as its form has it. */
export const postKind: Kind<PostEntry> = {
  key: 'post',
  empty: { etag: '', displayName: '', unit: '', function: 'UNSPECIFIED', backupPost: '', responsibilities: '', closed: false },
  title: (isNew) => t(isNew ? 'organisation.newPost' : 'organisation.changePost'),
  read: async (name) => {
    const post = (await posts.getPost({ name })).post!;
    return { etag: post.etag, displayName: post.displayName, unit: post.unit, function: PostFunction[post.function], backupPost: post.backupPost, responsibilities: post.responsibilities.join('\n'), closed: post.closed };
  },
  save: async (entry, name, requestId) => {
    const sent = { displayName: entry.displayName.trim(), unit: entry.unit, function: PostFunction[entry.function as keyof typeof PostFunction], backupPost: entry.backupPost, responsibilities: linesOf(entry.responsibilities), closed: entry.closed };
    const answer = name === undefined
      ? await posts.createPost({ post: sent, requestId })
      : await posts.updatePost({ post: { ...sent, name, etag: entry.etag }, updateMask: { paths: ['display_name', 'unit', 'function', 'backup_post', 'responsibilities', 'closed'] }, requestId });
    return answer.post!.name;
  },
  fields: (entry, set, refusal) => (
    <>
      <Field label={t('organisation.postName')} name="display_name" refusal={refusal} required><Input value={entry.displayName} onChange={(e) => set({ displayName: e.target.value })} /></Field>
      <Field label={t('organisation.unit')} name="unit" refusal={refusal} required><UnitSelect value={entry.unit} change={(unit) => set({ unit })} /></Field>
      <Field label={t('organisation.function')} name="function" refusal={refusal} hint={t('organisation.functionHint')}>
        <select value={entry.function} onChange={(e) => set({ function: e.target.value })}><option value="UNSPECIFIED">{t('organisation.noFunction')}</option>{names('postFunction', PostFunction).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
      </Field>
      <PostPicker label={t('organisation.backupPost')} value={entry.backupPost} change={(backupPost) => set({ backupPost })} />
      <Field label={t('organisation.duties')} name="responsibilities" refusal={refusal} hint={t('form.oneALine')}><Input.TextArea rows={2} value={entry.responsibilities} onChange={(e) => set({ responsibilities: e.target.value })} /></Field>
      <label className="check"><input type="checkbox" checked={entry.closed} onChange={(e) => set({ closed: e.target.checked })} /> {t('organisation.postClosed')}</label>
    </>
  ),
};
