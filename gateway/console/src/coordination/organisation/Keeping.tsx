import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { mayCall } from '~/calls/access';
import { ResourceForm } from '~/calls/ResourceForm';
import { PersonService } from '~/gen/backoffice/coordination/v1/people_pb';
import { PostService } from '~/gen/backoffice/coordination/v1/posts_pb';
import { UnitService } from '~/gen/backoffice/coordination/v1/units_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { personKind } from './person';
import { postKind } from './post';
import { unitKind } from './unit';

/** One form of the organisation: of a thing that is, or of a new one at a place. */
type Opened = { of: 'unit' | 'post' | 'person'; name?: string; at?: string };

const Open = createContext<(opened: Opened) => void>(() => undefined);

const calls = {
  unit: { make: UnitService.method.createUnit, change: UnitService.method.updateUnit, kind: unitKind },
  post: { make: PostService.method.createPost, change: PostService.method.updatePost, kind: postKind },
  person: { make: PersonService.method.createPerson, change: PersonService.method.updatePerson, kind: personKind },
};

/** The button of a form, where the caller may make its call; `says` names what it is about where several stand together. */
export function Act({ of, name, at, says }: Opened & { says?: string }) {
  const me = useMe();
  const open = useContext(Open);
  if (!mayCall(me, name === undefined ? calls[of].make : calls[of].change)) return null;
  const title = calls[of].kind.title(name === undefined);
  return (
    <Button size="small" aria-label={says === undefined ? title : t('organisation.actOf', { act: title, name: says })} onClick={() => open({ of, ...(name !== undefined && { name }), ...(at !== undefined && { at }) })}>{title}</Button>
  );
}

/** The form that is open stands before what it changes. */
export function Keeping({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | undefined>();
  const queries = useQueryClient();
  const go = useNavigate();
  const done = async (name: string) => {
    await queries.invalidateQueries({ queryKey: ['directory'] });
    setOpened(undefined);
    if (opened?.of === 'unit') await go(`/organisation/${name.replace('units/', '')}`, { replace: true });
  };
  const props = { name: opened?.name, done: (name: string) => void done(name), cancel: () => setOpened(undefined) };
  return (
    <Open value={setOpened}>
      {opened?.of === 'unit' && <ResourceForm key={opened.name} kind={unitKind} begins={{ parent: opened.at ?? '' }} {...props} />}
      {opened?.of === 'post' && <ResourceForm key={opened.name} kind={postKind} begins={{ unit: opened.at ?? '' }} {...props} />}
      {opened?.of === 'person' && <ResourceForm key={opened.name} kind={personKind} begins={{ posts: opened.at ? [opened.at] : [] }} {...props} />}
      {children}
    </Open>
  );
}
