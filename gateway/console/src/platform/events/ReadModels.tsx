import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useCall } from '~/calls/useCall';
import { EventPathService, type ReadModel, type RebuildReadModelResponse } from '~/gen/backoffice/platform/v1/event_path_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { services, to } from '../ledgers';
import { path, serviceTitle, useReadModels } from './path';

/** What the console has a name for; any other is called as its service calls it. */
const titles: Record<string, TextKey> = { 'daily-registrations': 'model.daily', 'document-figures': 'model.documents', inbox: 'model.inbox', 'step-figures': 'model.steps' };

/** 读模型: what services make of events and of nothing else, compared with the events and made anew. */
export function ReadModels() {
  const models = useReadModels();
  const all = services.flatMap((service, i) => (models[i]!.data ?? []).map((model) => ({ service, model })));
  return (
    <>
      {models.map((read, i) => read.error !== null && <RefusalNotice key={services[i]} title={serviceTitle(services[i]!)} refusal={refusalOf(read.error)} />)}
      {models.every((read) => read.isSuccess) && all.length === 0 && <p className="empty">{t('events.noModels')}</p>}
      <ul className="received">{all.map(({ service, model }) => <Model key={model.name} service={service} model={model} />)}</ul>
    </>
  );
}

function Model({ service, model }: { service: string; model: ReadModel }) {
  const me = useMe();
  const id = model.name.split('/').at(-1)!;
  const title = titles[id] === undefined ? id : t(titles[id]);
  const [asking, setAsking] = useState(false);
  const { seen, call, stop } = useRebuild(service, model.name);
  return (
    <li>
      <p><strong>{title}</strong> {titles[id] !== undefined && <code>{id}</code>} <span className="state">{serviceTitle(service)}</span></p>
      <p className="facts"><span>{t('model.producers', { names: model.producers.map(serviceTitle).join('、') })}</span> <span>{t('model.tables', { names: model.tables.join('、') })}</span></p>
      {mayCall(me, EventPathService.method.rebuildReadModel) && !call.busy && (
        <p className="buttons">
          <Button size="small" aria-label={t('model.compareOf', { name: title })} onClick={() => { setAsking(false); call.run(true); }}>{t('model.compare')}</Button>
          <Button size="small" aria-expanded={asking} aria-label={t('model.rebuildOf', { name: title })} onClick={() => setAsking(!asking)}>{t('model.rebuild')}</Button>
        </p>
      )}
      {asking && !call.busy && (
        <form className="act" aria-label={t('model.rebuildOf', { name: title })} onSubmit={(e) => { e.preventDefault(); setAsking(false); call.run(false); }}>
          <p>{t('model.hint')}</p>
          <p className="buttons"><Button type="primary" danger htmlType="submit" autoFocus>{t('model.rebuildNow')}</Button><Button onClick={() => setAsking(false)}>{t('form.cancel')}</Button></p>
        </form>
      )}
      {call.busy && <p className="buttons"><progress aria-label={title} max={Math.max(1, Number(seen?.totalEventCount ?? 0))} value={Number(seen?.eventCount ?? 0)} /> <span role="status">{t('model.read', { count: seen?.eventCount ?? 0, total: seen?.totalEventCount ?? 0 })}</span> <Button size="small" onClick={stop}>{t('model.stop')}</Button></p>}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {seen?.done && !call.busy && <Rebuilt answer={seen} />}
    </li>
  );
}

/** One stream of progress; hanging up undoes what was not finished, and leaving the page hangs up. */
function useRebuild(service: string, name: string) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState<RebuildReadModelResponse | undefined>();
  const line = useRef<AbortController>(undefined);
  useEffect(() => () => line.current?.abort(), []);
  const call = useCall(async (validateOnly: boolean) => {
    const opened = new AbortController();
    line.current = opened;
    setSeen(undefined);
    try {
      for await (const progress of path.rebuildReadModel({ name, validateOnly }, { ...to(service), signal: opened.signal })) setSeen(progress);
    } catch (e) {
      // Whoever hung up knows.
      if (!opened.signal.aborted) throw e;
    }
  }, () => void queries.invalidateQueries({ queryKey: ['inbox'] }));
  return { seen, call, stop: () => line.current?.abort() };
}

function Rebuilt({ answer }: { answer: RebuildReadModelResponse }) {
  return (
    <div role="status">
      {answer.tables.map((table) => (
        <p key={table.table} className={table.equal ? 'fine' : 'wrong'}>{t(table.equal ? 'model.equal' : 'model.differs', { table: table.table, before: table.rowsBefore, after: table.rowsAfter })}</p>
      ))}
    </div>
  );
}
