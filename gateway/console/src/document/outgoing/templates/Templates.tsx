import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { DraftTemplateService } from '~/gen/backoffice/document/v1/draft_templates_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { OutgoingPlaces } from '../OutgoingPlaces';
import { Revise } from './Revise';
import { templatesInUse } from './templates';

/** 公文模板: those in use, and for the office director their next version or a new one. */
export default function Templates() {
  const me = useMe();
  const directory = useDirectory();
  const [open, setOpen] = useState('');
  const read = useQuery(templatesInUse);
  const revises = mayCall(me, DraftTemplateService.method.reviseDraftTemplate);
  const close = () => setOpen('');
  return (
    <section className="register" aria-label={t('templates.title')}>
      <header>
        <h1>{t('templates.title')}</h1><span className="space" />
        {revises && <Button type="primary" aria-expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? '' : 'new')}>{t('templates.new')}</Button>}
      </header>
      <OutgoingPlaces />
      {open === 'new' && <Revise close={close} />}
      {read.error !== null && <RefusalNotice refusal={refusalOf(read.error)} />}
      {read.isSuccess && read.data.length === 0 && <p className="empty">{t(revises ? 'templates.emptyReviser' : 'templates.empty')}</p>}
      <ul className="received">
        {(read.data ?? []).map((one) => (
          <li key={one.name}>
            <p><strong><Link to={`/outgoing/${one.name.replace('draftTemplates', 'templates')}`}>{one.displayName}</Link></strong> <span className="state">{t(`genre.${DocumentGenre[one.genre]}` as TextKey)}</span></p>
            <p className="facts"><span>{one.title.replace(/\{\w+\}/g, '…')}</span> <span>{t('draft.version', { version: one.version })}</span> {one.person && <span>{personName(directory, one.person)} {when(one.createTime)}</span>}</p>
            <p><small>{one.source}</small></p>
            {revises && <Button size="small" aria-expanded={open === one.name} aria-label={t('templates.reviseOf', { name: one.displayName })} onClick={() => setOpen(open === one.name ? '' : one.name)}>{t('templates.revise')}</Button>}
            {revises && open === one.name && <Revise template={one} close={close} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
