import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { clientOf } from '~/calls/transport';
import { personName, postTitle, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { PostsPicker } from '~/document/matters/PostPicker';
import { names } from '~/document/marks';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { OutgoingDocumentState, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { SecrecyLevel, SecrecyService, type SecrecyMark } from '~/gen/backoffice/document/v1/secrecy_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';

const client = clientOf(SecrecyService);
const called = (directory: Directory | undefined, name: string): string =>
  name.startsWith('people/') ? personName(directory, name) : name.startsWith('units/') ? (directory?.units.find((u) => u.name === name)?.displayName ?? name) : postTitle(directory, name);

/** 密级、知悉范围: the mark of a document, marking it, and letting more people know. What the installation forbids, the service refuses. */
export function Secrecy({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const queries = useQueryClient();
  const method = SecrecyService.method;
  const key = ['outgoing', document.name, 'secrecy'];
  const mark = useQuery({ queryKey: key, queryFn: async () => (await client.getSecrecyMark({ name: document.name })).secrecyMark!, enabled: mayCall(me, method.getSecrecyMark) }).data;
  const [open, setOpen] = useState<'mark' | 'extend' | undefined>();
  if (mark === undefined) return null;
  const marked = mark.level !== SecrecyLevel.UNSPECIFIED;
  const marks = document.state < OutgoingDocumentState.SIGNED && mayCall(me, method.markSecrecy);
  const extends_ = marked && mark.scope.length > 0 && mayCall(me, method.extendScope);
  if (!marked && !marks) return null;
  const done = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: key });
  };
  return (
    <details className="secrecy" open={marked}>
      <summary>{t('secrecy.title')}：{marked ? <strong>{mark.printed || t(`secrecy.${SecrecyLevel[mark.level]}` as TextKey)}</strong> : t('secrecy.none')}</summary>
      {mark.scope.length > 0 && <p>{t('secrecy.scope')}：{mark.scope.map((name) => called(directory, name)).join('、')}</p>}
      {marked && <p><small>{personName(directory, mark.proposer)} {when(mark.proposeTime)}{mark.officer && ` · ${t('secrecy.confirmed', { name: personName(directory, mark.officer) })}`}</small></p>}
      {mark.extensions.map((extension, i) => <p key={i}><small>{t('secrecy.extended', { time: when(extension.time), who: extension.principals.map((name) => called(directory, name)).join('、'), reason: extension.reason })}</small></p>)}
      <p className="buttons">
        {marks && <Button size="small" aria-expanded={open === 'mark'} onClick={() => setOpen(open === 'mark' ? undefined : 'mark')}>{t(marked ? 'secrecy.markAnew' : 'secrecy.mark')}</Button>}
        {extends_ && <Button size="small" aria-expanded={open === 'extend'} onClick={() => setOpen(open === 'extend' ? undefined : 'extend')}>{t('secrecy.extend')}</Button>}
      </p>
      {open === 'mark' && <Mark mark={mark} name={document.name} done={done} cancel={() => setOpen(undefined)} />}
      {open === 'extend' && <Extend name={document.name} done={done} cancel={() => setOpen(undefined)} />}
    </details>
  );
}

interface Acting { name: string; done: () => void; cancel: () => void }

function Mark({ mark, name, done, cancel }: Acting & { mark: SecrecyMark }) {
  const [level, setLevel] = useState<SecrecyLevel>(mark.level || SecrecyLevel.WORK_SECRET);
  const [years, setYears] = useState(String(mark.periodYears || ''));
  const [condition, setCondition] = useState(mark.declassificationCondition);
  const [scope, setScope] = useState(mark.scope);
  const state = level > SecrecyLevel.WORK_SECRET;
  return (
    <ActForm focus title={t('secrecy.mark')} submit={t('secrecy.mark')} cancel={cancel} done={done}
      input={{ name, level, periodYears: state ? Number(years) || 0 : 0, declassificationCondition: state ? condition : '', scope }}
      send={(input, requestId) => client.markSecrecy({ secrecyMark: input, requestId })}>
      <label className="field">{t('secrecy.level')}{' '}
        <select value={SecrecyLevel[level]} onChange={(e) => setLevel(SecrecyLevel[e.target.value as keyof typeof SecrecyLevel])}>
          {names('secrecy', SecrecyLevel).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
      </label>
      {state && <label className="field">{t('secrecy.years')} <Input type="number" min={0} max={100} value={years} onChange={(e) => setYears(e.target.value)} /></label>}
      {state && <label className="field">{t('secrecy.condition')} <Input value={condition} maxLength={200} onChange={(e) => setCondition(e.target.value)} /></label>}
      <PostsPicker people label={t('secrecy.scopeHint')} value={scope} change={setScope} />
    </ActForm>
  );
}

function Extend({ name, done, cancel }: Acting) {
  const [principals, setPrincipals] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  return (
    <ActForm focus title={t('secrecy.extend')} submit={t('secrecy.extend')} cancel={cancel} done={done} ready={principals.length > 0 && reason.trim() !== ''}
      input={{ name, principals, reason }} send={(input, requestId) => client.extendScope({ ...input, requestId })}>
      <PostsPicker people required label={t('secrecy.further')} value={principals} change={setPrincipals} />
      <label className="field">{t('act.reason')} <Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    </ActForm>
  );
}
