import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { mayCall } from '~/calls/access';
import { MatterService } from '~/gen/backoffice/document/v1/matters_pb';
import { Verb } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { useExplanation, useMatter } from './matters';

const Withdraw = lazy(() => import('./acts/Withdraw'));

/** 刚办的这一件: who has it now, and taking it back as long as nobody there has opened it. */
export default function JustDone({ matter: name, title, close }: { matter: string; title: string; close: () => void }) {
  const me = useMe();
  const matter = useMatter(name).data;
  const told = useExplanation(name).data;
  const [open, setOpen] = useState(false);
  if (matter === undefined) return null;
  const may = matter.allowedVerbs.includes(Verb.WITHDRAW) && mayCall(me, MatterService.method.withdrawMatter);
  return (
    <div className="just-done" role="status">
      <p>{t('undo.done', { title })} {told?.where} {may && !open && <Button size="small" onClick={() => setOpen(true)}>{t('undo.take')}</Button>} <Button size="small" type="text" aria-label={t('shell.close')} onClick={close}>×</Button></p>
      {open && may && <Suspense><Withdraw matter={matter} done={close} cancel={() => setOpen(false)} /></Suspense>}
    </div>
  );
}
