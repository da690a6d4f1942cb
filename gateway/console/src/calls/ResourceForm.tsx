import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useDraft } from '~/frame/drafts';
import { t } from '~/texts/texts';
import type { Refusal } from './refusals';
import { refusalOf } from './refusals';
import { RefusalNotice } from './RefusalNotice';
import { useCall } from './useCall';

/** What a form asks for; the etag is that of what was read before the first key was struck. */
export interface Entry { etag: string }

/** A kind of thing that is made and changed by a form of its own. */
export interface Kind<E extends Entry> {
  /** Under which what is typed is kept, and what was read. */
  key: string;
  empty: E;
  title: (isNew: boolean) => string;
  read: (name: string) => Promise<E>;
  /** Makes it, or changes the one named; answers its name. */
  save: (entry: E, name: string | undefined, requestId: string) => Promise<string>;
  fields: (entry: E, set: (change: Partial<E>) => void, refusal: Refusal | undefined) => ReactNode;
}

interface Props<E extends Entry> { kind: Kind<E>; name?: string | undefined; begins?: Partial<E>; done: (name: string) => void; cancel: () => void }

/** Makes a thing, or changes one as it stands now. */
export function ResourceForm<E extends Entry>({ kind, name, begins, done, cancel }: Props<E>) {
  const read = useQuery({ queryKey: ['form', kind.key, name], queryFn: () => kind.read(name!), enabled: name !== undefined, staleTime: 0, gcTime: 0 });
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  const stands = name === undefined ? { ...kind.empty, ...begins } : read.data;
  if (stands === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return <Form kind={kind} name={name} stands={stands} reread={() => void read.refetch()} done={done} cancel={cancel} />;
}

function Form<E extends Entry>({ kind, name, stands, reread, done, cancel }: Omit<Props<E>, 'begins'> & { stands: E; reread: () => void }) {
  const [text, keep] = useDraft(`form.${kind.key}.${name ?? 'new'}`);
  const form = useRef<HTMLFormElement>(null);
  const entry: E = text === '' ? stands : { ...stands, ...(JSON.parse(text) as Partial<E>) };
  const set = (change: Partial<E>) => keep(JSON.stringify({ ...entry, ...change }));
  const leave = () => {
    keep('');
    cancel();
  };
  const call = useCall((sent: E, requestId) => kind.save(sent, name, requestId), (saved) => {
    keep('');
    done(saved);
  });
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  return (
    <form ref={form} className="act kept" aria-label={kind.title(name === undefined)} onSubmit={(e) => { e.preventDefault(); call.run(entry); }} onKeyDown={(e) => { if (e.key === 'Escape') { e.preventDefault(); leave(); } }}>
      <h2>{kind.title(name === undefined)}</h2>
      {kind.fields(entry, set, call.refusal)}
      {call.refusal && <RefusalNotice refusal={call.refusal} reread={() => { keep(''); call.clear(); reread(); }} />}
      <p className="buttons"><Button type="primary" htmlType="submit" loading={call.busy}>{t('form.save')}</Button><Button onClick={leave}>{t('form.cancel')}</Button></p>
    </form>
  );
}

/** 一行一项: a list that is typed a line each. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
