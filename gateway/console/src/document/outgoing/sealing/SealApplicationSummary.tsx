import { Link } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, postTitle, useDirectory } from '~/coordination/directory/directory';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { useOutgoing } from '../outgoing';
import { Pages } from '../Pages';
import { useApplication, useSeals } from './sealing';

/** What is applied for, and the pages that are to be sealed. */
export default function SealApplicationSummary({ name }: { name: string }) {
  const directory = useDirectory();
  const read = useApplication(name);
  const known = useSeals().data ?? [];
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const application = read.data;
  if (application === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const seal = known.find((one) => one.name === application.seal);
  return (
    <>
      <dl className="particulars">
        <div><dt>{t('seal.which')}</dt><dd>{seal?.displayName ?? application.seal}</dd></div>
        {seal && <div><dt>{t('seals.custodian')}</dt><dd>{postTitle(directory, seal.custodianPost)}</dd></div>}
        <div><dt>{t('seal.copies')}</dt><dd>{application.copyCount}</dd></div>
        {application.purpose && <div><dt>{t('seal.purpose')}</dt><dd>{application.purpose}</dd></div>}
        <div><dt>{t('seal.applicant')}</dt><dd>{personName(directory, application.applicant)} {when(application.createTime)}</dd></div>
        {application.approver && <div><dt>{t('seal.approver')}</dt><dd>{postTitle(directory, application.approverPost)} {personName(directory, application.approver)} {when(application.approveTime)}</dd></div>}
      </dl>
      <Document name={application.outgoingDocument} />
    </>
  );
}

function Document({ name }: { name: string }) {
  const read = useOutgoing(name);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return null;
  return (
    <>
      <p><Link to={`/${name.replace('outgoingDocuments', 'outgoing')}`}>{read.data.documentNumber} {read.data.title}</Link></p>
      <Pages document={read.data} />
    </>
  );
}
