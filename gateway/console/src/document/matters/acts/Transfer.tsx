import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 转办: another post is accountable from then on. */
export default function Transfer({ matter, done, cancel }: ActProps) {
  const [post, setPost] = useState('');
  const [reason, setReason] = useDraft(`${matter.name}.transfer`);
  return (
    <ActForm
      title={t('verb.TRANSFER')} submit={t('verb.TRANSFER')} cancel={cancel} ready={post !== '' && reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, post, reason }} send={(input, requestId) => matterClient.transferMatter({ ...input, requestId })} done={() => { setReason(''); done(); }}
    >
      <PostPicker required label={t('act.transferTo')} value={post} change={setPost} />
      <OpinionField required label={t('act.reason')} value={reason} change={setReason} />
    </ActForm>
  );
}
