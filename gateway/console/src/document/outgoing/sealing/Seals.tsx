import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { postWithHolder, useDirectory } from '~/coordination/directory/directory';
import { ActForm } from '~/document/matters/ActForm';
import { PostPicker } from '~/document/matters/PostPicker';
import { names } from '~/document/marks';
import { SealService, SealState, type Seal } from '~/gen/backoffice/document/v1/seals_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { OutgoingPlaces } from '../OutgoingPlaces';
import { seals, useSeals } from './sealing';

/** 印章管理: which seals there are, who keeps each, and what became of it. */
export default function Seals() {
  const me = useMe();
  const directory = useDirectory();
  const read = useSeals();
  const [entering, setEntering] = useState(false);
  const [changing, setChanging] = useState('');
  const keeps = mayCall(me, SealService.method.changeSealState);
  return (
    <section className="register" aria-label={t('seals.title')}>
      <header>
        <h1>{t('seals.title')}</h1><span className="space" />
        {mayCall(me, SealService.method.registerSeal) && <Button type="primary" aria-expanded={entering} onClick={() => setEntering(!entering)}>{t('seals.enter')}</Button>}
      </header>
      <OutgoingPlaces />
      {entering && <Enter close={() => setEntering(false)} />}
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isSuccess && read.data.length === 0 && <p className="empty">{t('seals.empty')}</p>}
      <ul className="received">
        {(read.data ?? []).map((seal) => (
          <li key={seal.name}>
            <p><strong>{seal.displayName}</strong> <span className="state">{t(`sealState.${SealState[seal.state]}` as TextKey)}</span></p>
            <p className="facts"><span>{t('seals.organ')} {seal.organ}</span> <span>{t('seals.custodian')} {postWithHolder(directory, seal.custodianPost)}</span> {seal.stateReason && <span>{seal.stateReason} {when(seal.stateTime)}</span>}</p>
            {keeps && seal.state !== SealState.DESTROYED && <Button size="small" aria-expanded={changing === seal.name} onClick={() => setChanging(changing === seal.name ? '' : seal.name)} aria-label={t('seals.changeOf', { name: seal.displayName })}>{t('seals.change')}</Button>}
            {changing === seal.name && <Change seal={seal} close={() => setChanging('')} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Enter({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const [displayName, setDisplayName] = useState('');
  const [organ, setOrgan] = useState('');
  const [custodianPost, setCustodian] = useState('');
  return (
    <ActForm focus title={t('seals.enter')} submit={t('seals.enter')} cancel={close} ready={displayName.trim() !== '' && organ.trim() !== '' && custodianPost !== ''}
      input={{ displayName: displayName.trim(), organ: organ.trim(), custodianPost }} send={(seal, requestId) => seals.registerSeal({ seal, requestId })}
      done={() => { void queries.invalidateQueries({ queryKey: ['outgoing', 'seals'] }); close(); }}>
      <label className="field">{t('seals.name')} <Input maxLength={200} value={displayName} onChange={(e) => setDisplayName(e.target.value)} /></label>
      <label className="field">{t('seals.organ')} <Input maxLength={200} value={organ} onChange={(e) => setOrgan(e.target.value)} /></label>
      <PostPicker required label={t('seals.custodian')} value={custodianPost} change={setCustodian} />
    </ActForm>
  );
}

function Change({ seal, close }: { seal: Seal; close: () => void }) {
  const [state, setState] = useState(seal.state === SealState.ACTIVE ? SealState.SUSPENDED : SealState.ACTIVE);
  const [reason, setReason] = useState('');
  return (
    <ActForm focus title={t('seals.change')} submit={t('seals.change')} cancel={close} done={close} ready={reason.trim() !== ''} danger={state === SealState.DESTROYED}
      input={{ name: seal.name, etag: seal.etag, state, reason }} send={(input, requestId) => seals.changeSealState({ ...input, requestId })}>
      <label className="field">{t('incoming.state')}{' '}
        <select value={SealState[state]} onChange={(e) => setState(SealState[e.target.value as keyof typeof SealState])}>
          {names('sealState', SealState).filter((one) => one.value !== SealState[seal.state]).map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
      </label>
      <label className="field">{t('act.reason')} <Input maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
    </ActForm>
  );
}
