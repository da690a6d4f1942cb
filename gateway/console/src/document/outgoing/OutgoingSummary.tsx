import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useOutgoing } from './outgoing';
import { Pages } from './Pages';

/** The document's pages beside the list. */
export default function OutgoingSummary({ name }: { name: string }) {
  const read = useOutgoing(name);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  return read.data === undefined ? null : <div className="paper"><Pages document={read.data} /></div>;
}
