import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { mayCall } from '~/calls/access';
import { useCall } from '~/calls/useCall';
import { stepFormOf } from '~/document/steps';
import { useKeys } from '~/frame/keys';
import { MatterService } from '~/gen/backoffice/document/v1/matters_pb';
import { TaskKind, Verb, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import type { Procedure } from '~/gen/backoffice/procedures/v1/procedures_pb';
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
  const procedure = useProcedure(read.data);
  const [open, setOpen] = useState<Verb | undefined>();
  // Whoever is faster than the answer gets the form as soon as there is one.
  useKeys({ a: () => setOpen(Verb.AGREE), r: () => setOpen(Verb.RETURN) });
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  return (
    <>
      <Explanation matter={name} />
      {read.data === undefined || procedure.isLoading ? <p className="waiting">{t('shell.loading')}</p> : (
        <>
          <Opening matter={read.data} />
          <Verbs matter={read.data} procedure={procedure.data} toRead={toRead} afterActing={afterActing} open={open} setOpen={setOpen} />
        </>
      )}
    </>
  );
}

interface VerbsProps {
  matter: Matter;
  procedure: Procedure | undefined;
  toRead: boolean;
  afterActing: () => void;
  open: Verb | undefined;
  setOpen: (verb: Verb | undefined) => void;
}

function Verbs({ matter, procedure, toRead, afterActing, open, setOpen }: VerbsProps) {
  const me = useMe();
  const step = stepOf(procedure, matter.step);
  const allowed = (verb: Formed) => matter.allowedVerbs.includes(verb) && mayCall(me, forms[verb].method);
  const agrees = matter.allowedVerbs.includes(Verb.AGREE) && mayCall(me, MatterService.method.agreeMatter);
  const own = holds(matter) && step?.form ? stepFormOf(step.form) : undefined;
  const completes = own !== undefined && mayCall(me, own.method) ? own : undefined;
  // The holder decides once everybody asked has answered.
  const waits = matter.tasks.some((task) => task.kind === TaskKind.SIGN || task.kind === TaskKind.ASSIST);
  const done = () => {
    setOpen(undefined);
    afterActing();
  };
  const close = () => setOpen(undefined);
  const verbs = (Object.keys(forms).map(Number) as Formed[]).filter(allowed);
  const Form = verbs.includes(open as Formed) ? forms[open as Formed].form : undefined;
  return (
    <Suspense fallback={<p className="waiting">{t('shell.loading')}</p>}>
      <div className="verbs" role="group" aria-label={t('matter.verbs')}>
        {completes && (
          <Button type="primary" aria-keyshortcuts="a" disabled={waits} title={waits ? t('matter.waits') : undefined} onClick={() => setOpen(Verb.AGREE)}>{step!.title}<kbd className="wide">A</kbd></Button>
        )}
        {agrees && !completes && <Button type="primary" aria-keyshortcuts="a" onClick={() => setOpen(Verb.AGREE)}>{t('verb.AGREE')}<kbd className="wide">A</kbd></Button>}
        {verbs.map((verb) => (
          <Button key={verb} danger={verb === Verb.RETURN || verb === Verb.TERMINATE} aria-expanded={open === verb} onClick={() => setOpen(open === verb ? undefined : verb)}>
            {t(`verb.${Verb[verb]}` as TextKey)}{verb === Verb.RETURN && <kbd className="wide">R</kbd>}
          </Button>
        ))}
      </div>
      {completes && waits && <p className="why-due">{t('matter.waits')}</p>}
      {open === Verb.AGREE && completes && !waits && <completes.Form matter={matter} done={done} cancel={close} />}
      {open === Verb.AGREE && agrees && !completes && <Agree matter={matter} step={step} done={done} cancel={close} />}
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
