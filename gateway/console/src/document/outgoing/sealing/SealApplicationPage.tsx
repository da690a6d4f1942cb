import { useParams } from 'react-router';
import Acting from '~/document/matters/Acting';
import { History } from '~/document/matters/History';
import { Opinions } from '~/document/matters/Opinions';
import { ProcedurePicture } from '~/document/matters/ProcedurePicture';
import { useReread } from '~/document/matters/matters';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { SealApplicationState } from '~/gen/backoffice/document/v1/sealing_pb';
import { t, type TextKey } from '~/texts/texts';
import SealApplicationSummary from './SealApplicationSummary';
import { useApplication } from './sealing';

/** One application for a seal: what is to be sealed on the left, its approval on the right. */
export default function SealApplicationPage() {
  const name = `sealApplications/${useParams()['id']}`;
  const read = useApplication(name);
  const reread = useReread();
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const application = read.data;
  if (application === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return (
    <article className="page">
      <header><h1>{t('seal.application')}</h1><span className="state">{t(`sealApplication.${SealApplicationState[application.state]}` as TextKey)}</span></header>
      <ProcedurePicture matter={application.matter} />
      <div className="columns">
        <div className="paper"><SealApplicationSummary name={name} /></div>
        <div className="handling">
          <Acting matter={application.matter} afterActing={reread} />
          <Opinions matter={application.matter} />
          <History matter={application.matter} />
        </div>
      </div>
    </article>
  );
}
