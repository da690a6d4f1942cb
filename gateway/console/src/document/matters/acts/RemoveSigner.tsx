import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { TaskKind } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t } from '~/texts/texts';

/** 减签: an opinion is no longer asked for. */
export default function RemoveSigner({ matter, done, cancel }: ActProps) {
  const asked = matter.tasks.filter((task) => task.kind === TaskKind.SIGN || task.kind === TaskKind.ASSIST).map((task) => task.post);
  const [post, setPost] = useState(asked[0] ?? '');
  const [reason, setReason] = useDraft(`${matter.name}.remove-signer`);
  return (
    <ActForm
      title={t('verb.REMOVE_SIGNER')} submit={t('verb.REMOVE_SIGNER')} cancel={cancel} ready={post !== '' && reason.trim() !== ''}
      input={{ name: matter.name, etag: matter.etag, post, reason }} send={(input, requestId) => matterClient.removeSigner({ ...input, requestId })} done={() => { setReason(''); done(); }}
    >
      <PostPicker required label={t('act.signer')} value={post} change={setPost} only={asked} />
      <OpinionField required label={t('act.reason')} value={reason} change={setReason} />
    </ActForm>
  );
}
