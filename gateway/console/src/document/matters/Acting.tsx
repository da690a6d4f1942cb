import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { mayCall } from '~/calls/access';
import { useCall } from '~/calls/useCall';
import { stepForms } from '~/document/steps';
import { useKeys } from '~/frame/keys';
import { MatterService } from '~/gen/backoffice/document/v1/matters_pb';
import { Verb, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { Agree } from './acts/Agree';
import { Read } from './acts/Read';
import { Explanation } from './Explanation';
import { holds, matterClient, stepOf, useMatter, useProcedure, useReread } from './matters';

const forms = {
  [Verb.RETURN]: { method: MatterService.method.returnMatter, form: lazy(() => import('./acts/Return')) },
  [Verb.DISAGREE]: { method: MatterService.method.disagreeMatter, form: lazy(() => import('./acts/Disagree')) },
  [Verb.TRANSFER]: { method: MatterService.method.transferMatter, form: lazy(() => import('./acts/Transfer')) },
  [Verb.DELEGATE]: { method: MatterService.method.delegateMatter, form: lazy(() => import('./acts/Delegate')) },
  [Verb.ADD_SIGNER]: { method: MatterService.method.addSigner, form: lazy(() => import('./acts/AddSigner')) },
  [Verb.REMOVE_SIGNER]: { method: MatterService.method.removeSigner, form: lazy(() => import('./acts/RemoveSigner')) },
  [Verb.CIRCULATE]: { method: MatterService.method.circulateMatter, form: lazy(() => import('./acts/Circulate')) },
  [Verb.COPY]: { method: MatterService.method.copyMatter, form: lazy(() => import('./acts/Copy')) },
  [Verb.URGE]: { method: MatterService.method.urgeMatter, form: lazy(() => import('./acts/Urge')) },
  [Verb.WITHDRAW]: { method: MatterService.method.withdrawMatter, form: lazy(() => import('./acts/Withdraw')) },
  [Verb.TERMINATE]: { method: MatterService.method.terminateMatter, form: lazy(() => import('./acts/Terminate')) },
};
type Formed = keyof typeof forms;

/** Acts after which the caller's task is still there. */
const stays: Verb[] = [Verb.URGE, Verb.CIRCULATE, Verb.COPY, Verb.ADD_SIGNER, Verb.REMOVE_SIGNER];

export interface ActProps {
  matter: Matter;
  done: () => void;
  cancel?: () => void;
}

interface Props {
  matter: string;
  toRead?: boolean;
  afterActing: () => void;
}

/** What the caller may do with a matter now: the service says which verbs, the contract who may call them. */
export default function Acting({ matter: name, toRead = false, afterActing }: Props) {
  const read = useMatter(name);
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return (
    <>
      <Explanation matter={name} />
      <Opening matter={read.data} />
      <Verbs matter={read.data} toRead={toRead} afterActing={afterActing} />
    </>
  );
}

function Verbs({ matter, toRead, afterActing }: { matter: Matter; toRead: boolean; afterActing: () => void }) {
  const me = useMe();
  const [open, setOpen] = useState<Verb | undefined>();
  const step = stepOf(useProcedure(matter).data, matter.step);
  const allowed = (verb: Formed) => matter.allowedVerbs.includes(verb) && mayCall(me, forms[verb].method);
  const agrees = matter.allowedVerbs.includes(Verb.AGREE) && mayCall(me, MatterService.method.agreeMatter);
  const StepForm = holds(matter) && step?.form ? stepForms[step.form] : undefined;
  const done = () => {
    setOpen(undefined);
    afterActing();
  };
  const close = () => setOpen(undefined);
  useKeys({
    a: () => {
      if (agrees) setOpen(Verb.AGREE);
    },
    r: () => {
      if (allowed(Verb.RETURN)) setOpen(Verb.RETURN);
    },
  });
  const verbs = (Object.keys(forms).map(Number) as Formed[]).filter(allowed);
  const Form = open !== undefined && open in forms ? forms[open as Formed].form : undefined;
  return (
    <Suspense fallback={<p className="waiting">{t('shell.loading')}</p>}>
      <div className="verbs" role="group" aria-label={t('matter.verbs')}>
        {agrees && <Button type="primary" aria-keyshortcuts="a" onClick={() => setOpen(Verb.AGREE)}>{StepForm ? step!.title : t('verb.AGREE')}<kbd className="wide">A</kbd></Button>}
        {verbs.map((verb) => (
          <Button key={verb} danger={verb === Verb.RETURN || verb === Verb.TERMINATE} aria-expanded={open === verb} onClick={() => setOpen(open === verb ? undefined : verb)}>
            {t(`verb.${Verb[verb]}` as TextKey)}{verb === Verb.RETURN && <kbd className="wide">R</kbd>}
          </Button>
        ))}
      </div>
      {open === Verb.AGREE && (StepForm ? <StepForm matter={matter} done={done} cancel={close} /> : <Agree matter={matter} step={step} done={done} cancel={close} />)}
      {Form && <Form matter={matter} done={stays.includes(open!) ? close : done} cancel={close} />}
      {toRead && <Read matter={matter} done={done} />}
    </Suspense>
  );
}

/** 签收: who has the task says that it was opened; its sender can then no longer take it back. */
function Opening({ matter }: { matter: Matter }) {
  const me = useMe();
  const reread = useReread();
  const call = useCall((name: string, requestId) => matterClient.openMatter({ name, requestId }), reread);
  if (!matter.allowedVerbs.includes(Verb.OPEN) || !mayCall(me, MatterService.method.openMatter)) return null;
  return (
    <p className="opening">
      <Button size="small" loading={call.busy} onClick={() => call.run(matter.name)}>{t('verb.OPEN')}</Button> <small>{t('matter.openHint')}</small>
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
    </p>
  );
}
