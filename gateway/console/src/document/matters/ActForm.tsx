import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { t } from '~/texts/texts';
import { useReread } from './matters';

interface Props<I, R> {
  title: string;
  /** What is sent; it says the same until it was done, however often it is tried. */
  input: I;
  send: (input: I, requestId: string) => Promise<R>;
  done: (result: R) => void;
  cancel?: (() => void) | undefined;
  submit: string;
  ready?: boolean;
  danger?: boolean;
  focus?: boolean;
  children?: ReactNode;
}

/** One act: its fields, its button, and its refusal with everything typed still there. Ctrl+Enter sends, Escape leaves. */
export function ActForm<I, R>({ title, input, send, done, cancel, submit, ready = true, danger = false, focus = false, children }: Props<I, R>) {
  const reread = useReread();
  const form = useRef<HTMLFormElement>(null);
  const call = useCall(send, (result: R) => {
    reread();
    done(result);
  });
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>('textarea, input, button')?.focus();
  }, [focus]);
  const press = (event: KeyboardEvent) => {
    // Escape in a list of choices closes that list.
    if (event.key === 'Escape' && cancel && !(event.target as HTMLElement).matches('[role="combobox"]')) cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready && !call.busy) call.run(input);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form ref={form} className="act" aria-label={title} onKeyDown={press} onSubmit={(event) => {
      event.preventDefault();
      call.run(input);
    }}>
      <h3>{title}</h3>
      {children}
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => { call.clear(); reread(); }} />}
      <p className="buttons">
        <Button type="primary" htmlType="submit" danger={danger} disabled={!ready} loading={call.busy}>{submit}</Button>
        {cancel && <Button onClick={cancel}>{t('form.cancel')}</Button>}
        <small className="wide">{t('form.keys')}</small>
      </p>
    </form>
  );
}
