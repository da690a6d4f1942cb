import { Button } from 'antd';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { DispatchService } from '~/gen/backoffice/document/v1/dispatches_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';

const dispatches = clientOf(DispatchService);

/** 催办签收: a document that was sent to the caller's unit and that nobody has signed for. */
export default function SignFor({ dispatch, afterActing }: { dispatch: string; afterActing: () => void }) {
  const me = useMe();
  const call = useCall((name: string, requestId) => dispatches.signForDispatch({ name, requestId }), afterActing);
  if (!mayCall(me, DispatchService.method.signForDispatch)) return <p className="empty">{t('dispatch.notYours')}</p>;
  return (
    <section className="act">
      <p>{t('dispatch.urged')}</p>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      <Button type="primary" loading={call.busy} onClick={() => call.run(dispatch)}>{t('dispatch.signFor')}</Button>
    </section>
  );
}
