import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { newUuid } from '~/calls/requestIds';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { documents } from '../outgoing';
import { Editor } from './Editor';
import { held } from './journal';
import { begin } from './opening';
import { copies } from './useAutosave';

/** 拟稿: the document as it stands and what was typed before and not saved, read before anything is typed. */
export default function DraftingDesk() {
  const name = `outgoingDocuments/${useParams()['id']}`;
  const { account } = useMe();
  const opened = useQuery({
    queryKey: ['drafting', name],
    queryFn: async () => {
      // In this order, so that somebody who may not see it is told so and nothing else.
      const { outgoingDocument } = await documents.getOutgoingDocument({ name });
      const { workingCopies } = await copies.listWorkingCopies({ parent: name });
      return { document: outgoingDocument!, beginning: begin(outgoingDocument!, workingCopies, held(account, name)), editor: newUuid() };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  if (opened.error !== null) return <RefusalNotice refusal={refusalOf(opened.error)} />;
  if (opened.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return <Editor key={opened.data.editor} {...opened.data} />;
}
