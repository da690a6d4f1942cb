import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { DraftTemplateService, type DraftTemplate } from '~/gen/backoffice/document/v1/draft_templates_pb';
import { DocumentGenre } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { RoutingDirection } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { when } from '~/texts/times';
import { Revise } from './Revise';
import { partsIn, templates, templatesInUse } from './templates';

/** The newest version is 0. */
const useTemplate = (name: string, version: number) =>
  useQuery({ queryKey: [...templatesInUse.queryKey, name, version], queryFn: async () => (await templates.getDraftTemplate({ name, version })).draftTemplate! });

/** One template in full, in its newest or an older version. */
export default function TemplatePage() {
  const name = `draftTemplates/${useParams()['id']}`;
  const [search] = useSearchParams();
  const asked = Math.max(0, Math.trunc(Number(search.get('version') ?? 0)) || 0);
  const newest = useTemplate(name, 0);
  const read = useTemplate(name, asked);
  const error = read.error ?? newest.error;
  if (error !== null) return <RefusalNotice refusal={refusalOf(error)} />;
  if (read.data === undefined || newest.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return <Shown key={read.data.version} template={read.data} newest={newest.data.version} />;
}

function Shown({ template, newest }: { template: DraftTemplate; newest: number }) {
  const me = useMe();
  const directory = useDirectory();
  const [revising, setRevising] = useState(false);
  const revises = template.version === newest && mayCall(me, DraftTemplateService.method.reviseDraftTemplate);
  return (
    <article className="page">
      <header>
        <h1>{template.displayName}</h1><span className="state">{t(`genre.${DocumentGenre[template.genre]}` as TextKey)}</span>
        <span>{t('draft.version', { version: template.version })}</span> {template.person && <span>{personName(directory, template.person)} {when(template.createTime)}</span>}
        <span className="space" />
        {revises && <Button aria-expanded={revising} onClick={() => setRevising(!revising)}>{t('templates.revise')}</Button>}
        <Link to="/outgoing/templates">{t('templates.all')}</Link>
      </header>
      {template.retired && <Alert type="warning" showIcon title={t('templates.isRetired')} />}
      {template.version !== newest && <Alert type="info" showIcon title={t('templates.older', { version: newest })} />}
      {revising && <Revise template={template} close={() => setRevising(false)} />}
      <div className="columns">
        <div className="paper">
          <h2><Words text={template.title} template={template} /></h2>
          {template.mainRecipients && <p><Words text={template.mainRecipients} template={template} />：</p>}
          <div className="body">{template.body.split('\n').map((line, i) => <p key={i}><Words text={line} template={template} /></p>)}</div>
        </div>
        <div className="handling">
          <dl className="particulars">
            <div><dt>{t('draft.direction')}</dt><dd>{t(`direction.${RoutingDirection[template.direction]}` as TextKey)}</dd></div>
            <div><dt>{t('templates.source')}</dt><dd>{template.source}{template.practice && <> · {t('templates.isPractice')}</>}</dd></div>
          </dl>
          {template.fields.length > 0 && (
            <>
              <h2>{t('templates.fields')}</h2>
              <ol>{template.fields.map((field) => <li key={field.id}>{field.example ? t('templates.field', { name: field.displayName, example: field.example }) : field.displayName}</li>)}</ol>
            </>
          )}
          {newest > 1 && (
            <nav className="places" aria-label={t('templates.versions')}>
              {Array.from({ length: newest }, (_, i) => newest - i).map((version) => (
                <Link key={version} to={`?version=${version}`} replace className={version === template.version ? 'active' : ''} aria-current={version === template.version ? 'page' : undefined}>{t('draft.version', { version })}</Link>
              ))}
            </nav>
          )}
        </div>
      </div>
    </article>
  );
}

/** A text with what is to be filled called as the drafter is asked for it. */
function Words({ text, template }: { text: string; template: DraftTemplate }) {
  return <>{partsIn(text).map((part, i) => (part.field === '' ? part.text : <mark key={i}>{template.fields.find((field) => field.id === part.field)?.displayName ?? part.text}</mark>))}</>;
}
