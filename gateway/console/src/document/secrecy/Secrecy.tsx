import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayCall } from '~/calls/access';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { ClassificationService } from '~/gen/backoffice/document/v1/classification_pb';
import { LeakReportService } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { ReviewOutcome, SecrecyLevel, SecrecyReferral, SecrecyService, type SecrecyMark } from '~/gen/backoffice/document/v1/secrecy_pb';
import { useMe } from '~/session/Session';
import { t, type TextKey } from '~/texts/texts';
import { asDay, when } from '~/texts/times';
import { Confirm, Export, Extend, Mark, Review } from './SecrecyForms';
import { called, secrecy } from './secrecy';

const forms = { mark: Mark, confirm: Confirm, extend: Extend, export: Export, review: Review };
type Act = keyof typeof forms;

/** 密级、知悉范围: the mark of a document and what may be done about it. What the installation forbids, the service refuses. */
export function Secrecy({ name, mayMark }: { name: string; mayMark: boolean }) {
  const me = useMe();
  const queries = useQueryClient();
  const method = SecrecyService.method;
  const key = ['secrecy', name];
  const mark = useQuery({ queryKey: key, queryFn: async () => (await secrecy.getSecrecyMark({ name })).secrecyMark!, enabled: mayCall(me, method.getSecrecyMark) }).data;
  const [open, setOpen] = useState<Act | undefined>();
  if (mark === undefined) return null;
  const marked = mark.level !== SecrecyLevel.UNSPECIFIED;
  const state = mark.level > SecrecyLevel.WORK_SECRET && mark.declassifyTime === undefined;
  const offered: [Act, TextKey, boolean][] = [
    ['mark', marked ? 'secrecy.markAnew' : 'secrecy.mark', mayMark && mayCall(me, method.markSecrecy)],
    ['confirm', 'secrecy.confirm', state && mark.officer === '' && mayCall(me, method.confirmClassification)],
    ['extend', 'secrecy.extend', marked && mark.scope.length > 0 && mayCall(me, method.extendScope)],
    ['export', 'secrecy.export', state && mayCall(me, method.approveExport)],
    ['review', 'secrecy.review', state && mark.officer !== '' && mayCall(me, ClassificationService.method.reviewClassification)],
  ];
  const may = offered.filter(([, , allowed]) => allowed);
  if (!marked && may.length === 0) return null;
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    void queries.invalidateQueries({ queryKey: key });
  };
  const Form = open && may.some(([act]) => act === open) ? forms[open] : undefined;
  return (
    <details className="secrecy" open={marked}>
      <summary>{t('secrecy.title')}：{marked ? <strong>{mark.printed || t(`secrecy.${SecrecyLevel[mark.level]}` as TextKey)}</strong> : t('secrecy.none')}</summary>
      {marked && <Known mark={mark} />}
      <p className="buttons">
        {may.map(([act, title]) => <Button key={act} size="small" aria-expanded={open === act} onClick={() => setOpen(open === act ? undefined : act)}>{t(title)}</Button>)}
        {marked && mayCall(me, LeakReportService.method.createLeakReport) && <Link to={`/secrecy?document=${name}`}>{t('leaks.report')}</Link>}
      </p>
      {Form && <Form name={name} mark={mark} done={done} cancel={close} />}
    </details>
  );
}

/** What stands of it: who may know, who marked and confirmed it, and what came of its reviews. */
function Known({ mark }: { mark: SecrecyMark }) {
  const directory = useDirectory();
  return (
    <>
      {mark.scope.length > 0 && <p>{t('secrecy.scope')}：{mark.scope.map((name) => called(directory, name)).join('、')}</p>}
      <p><small>{personName(directory, mark.proposer)} {when(mark.proposeTime)}{mark.officer && ` · ${t('secrecy.confirmed', { name: personName(directory, mark.officer) })}`}</small></p>
      {mark.referral !== SecrecyReferral.UNSPECIFIED && <p className={mark.decision ? '' : 'wrong'}>{mark.decision || t('secrecy.referred', { why: t(`referral.${SecrecyReferral[mark.referral]}` as TextKey), day: asDay(mark.referralDueDate) })}</p>}
      {mark.declassifiedFrom && <p>{t(mark.declassifyTime ? 'secrecy.declassified' : 'secrecy.until', { day: asDay(mark.declassifiedFrom) })}</p>}
      {mark.extensions.map((extension, i) => <p key={i}><small>{t('secrecy.extended', { time: when(extension.time), who: extension.principals.map((name) => called(directory, name)).join('、'), reason: extension.reason })}</small></p>)}
      {mark.reviews.map((review, i) => <p key={i}><small>{when(review.time)} {t(`reviewOutcome.${ReviewOutcome[review.outcome]}` as TextKey)}：{review.reason} {personName(directory, review.person)}</small></p>)}
    </>
  );
}
