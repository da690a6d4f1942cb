import type { DescMethod } from '@bufbuild/protobuf';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { ResourceForm, type Entry, type Kind } from '~/calls/ResourceForm';
import { useMe } from '~/session/Session';
import type { Resource } from './office';

interface Props<E extends Entry> {
  kind: Kind<E>;
  creates: DescMethod;
  updates: DescMethod;
  /** Of the list that changes with it. */
  listed: string;
  chosen: Resource | undefined;
  choose: (name: string) => void;
}

/** Rooms and vehicles themselves: a new one, or another state of the one chosen; for whoever may. */
export function Keeping<E extends Entry>({ kind, creates, updates, listed, chosen, choose }: Props<E>) {
  const me = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ name?: string } | undefined>();
  const done = async (name: string) => {
    setOpen(undefined);
    await queries.invalidateQueries({ queryKey: ['resources', listed] });
    choose(name);
  };
  if (open) return <ResourceForm key={open.name} kind={kind} name={open.name} done={(name) => void done(name)} cancel={() => setOpen(undefined)} />;
  return (
    <p className="buttons keeping-acts">
      {mayCall(me, creates) && <Button onClick={() => setOpen({})}>{kind.title(true)}</Button>}
      {chosen && mayCall(me, updates) && <Button onClick={() => setOpen({ name: chosen.name })}>{kind.title(false)}</Button>}
    </p>
  );
}
