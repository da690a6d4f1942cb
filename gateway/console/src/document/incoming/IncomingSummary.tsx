import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { Attachments } from './Attachments';
import { useIncoming } from './incoming';
import { Particulars } from './Particulars';

/** The document beside the list. */
export default function IncomingSummary({ name }: { name: string }) {
  const read = useIncoming(name);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return null;
  return (
    <div className="paper">
      <Particulars document={read.data} />
      <Attachments document={read.data} />
      <div className="body">{read.data.body.split('\n').map((line, i) => <p key={i}>{line}</p>)}</div>
    </div>
  );
}
