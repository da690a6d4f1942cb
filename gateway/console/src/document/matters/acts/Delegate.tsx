import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 委派: another post does the work; it comes back to the holder. */
export default function Delegate({ matter, done, cancel }: ActProps) {
  const [post, setPost] = useState('');
  const [note, setNote] = useDraft(`${matter.name}.delegate`);
  return (
    <ActForm
      title={t('verb.DELEGATE')} submit={t('verb.DELEGATE')} cancel={cancel} ready={post !== ''}
      input={{ name: matter.name, etag: matter.etag, post, note }} send={(input, requestId) => matterClient.delegateMatter({ ...input, requestId })} done={() => { setNote(''); done(); }}
    >
      <PostPicker required label={t('act.delegateTo')} value={post} change={setPost} />
      <OpinionField label={t('act.note')} value={note} change={setNote} />
    </ActForm>
  );
}
