import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { mayCall } from '~/calls/access';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { clientOf } from '~/calls/transport';
import { useCall } from '~/calls/useCall';
import { FrequentOpinionService } from '~/gen/backoffice/document/v1/frequent_opinions_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';

const client = clientOf(FrequentOpinionService);

interface Props {
  label: string;
  value: string;
  change: (text: string) => void;
  required?: boolean;
}

/** An opinion, with the caller's own frequent ones beside it. */
export function OpinionField({ label, value, change, required = false }: Props) {
  const id = useId();
  const me = useMe();
  const queries = useQueryClient();
  const own = useQuery({
    queryKey: ['frequent-opinions'],
    queryFn: async () => (await client.listFrequentOpinions({ pageSize: 8 })).frequentOpinions,
    enabled: mayCall(me, FrequentOpinionService.method.listFrequentOpinions),
    staleTime: 60_000,
  }).data ?? [];
  const savable = value.trim().length > 0 && value.length <= 100 && !own.some((o) => o.saved && o.text === value.trim()) && mayCall(me, FrequentOpinionService.method.saveFrequentOpinion);
  const save = useCall((text: string) => client.saveFrequentOpinion({ text }), () => void queries.invalidateQueries({ queryKey: ['frequent-opinions'] }));
  const discard = useCall((text: string) => client.discardFrequentOpinion({ text }), () => void queries.invalidateQueries({ queryKey: ['frequent-opinions'] }));
  return (
    <div className="opinion-field">
      <label htmlFor={id}>{label}{required && <span className="required">{t('form.required')}</span>}</label>
      <div>
        <Input.TextArea id={id} value={value} onChange={(e) => change(e.target.value)} rows={3} maxLength={2000} required={required} />
        <ul aria-label={t('opinion.frequent')}>
          {own.map((o) => (
            <li key={o.text}>
              <Button size="small" onClick={() => change(value + o.text)}>{o.text}</Button>
              {o.saved && mayCall(me, FrequentOpinionService.method.discardFrequentOpinion) && <Button size="small" type="text" aria-label={t('opinion.discard', { text: o.text })} onClick={() => discard.run(o.text)}>×</Button>}
            </li>
          ))}
          {savable && <li><Button size="small" type="link" onClick={() => save.run(value.trim())}>{t('opinion.keep')}</Button></li>}
        </ul>
        {[save, discard].map((call, i) => call.refusal && <RefusalNotice key={i} refusal={call.refusal} />)}
      </div>
    </div>
  );
}
