import { useState } from 'react';
import { ActForm } from '~/document/matters/ActForm';
import type { ActProps } from '~/document/matters/Acting';
import { matterClient } from '~/document/matters/matters';
import { OpinionField } from '~/document/matters/OpinionField';
import { asAssignees, PostsPicker } from '~/document/matters/PostPicker';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';

/** 抄送: to be informed, without waiting. */
export default function Copy({ matter, done, cancel }: ActProps) {
  const [readers, setReaders] = useState<string[]>([]);
  const [note, setNote] = useDraft(`${matter.name}.copy`);
  return (
    <ActForm
      title={t('verb.COPY')} submit={t('verb.COPY')} cancel={cancel} ready={readers.length > 0}
      input={{ name: matter.name, etag: matter.etag, readers: asAssignees(readers), note }}
      send={(input, requestId) => matterClient.copyMatter({ ...input, requestId })}
      done={() => { setNote(''); done(); }}
    >
      <PostsPicker people required label={t('act.readers')} value={readers} change={setReaders} />
      <OpinionField label={t('act.note')} value={note} change={setNote} />
    </ActForm>
  );
}
