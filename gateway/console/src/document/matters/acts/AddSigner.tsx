import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { PostsPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 加签: further opinions before the holder decides, or after. */
export default function AddSigner({ matter, done, cancel }: ActProps) {
  const [posts, setPosts] = useState<string[]>([]);
  const [after, setAfter] = useState(false);
  const [note, setNote] = useDraft(`${matter.name}.add-signer`);
  return (
    <ActForm
      title={t('verb.ADD_SIGNER')} submit={t('verb.ADD_SIGNER')} cancel={cancel} ready={posts.length > 0}
      input={{ name: matter.name, etag: matter.etag, posts, after, note }} send={(input, requestId) => matterClient.addSigner({ ...input, requestId })} done={() => { setNote(''); done(); }}
    >
      <PostsPicker required label={t('act.signers')} value={posts} change={setPosts} />
      <label><input type="checkbox" checked={after} onChange={(e) => setAfter(e.target.checked)} /> {t('act.signersAfter')}</label>
      <OpinionField label={t('act.note')} value={note} change={setNote} />
    </ActForm>
  );
}
