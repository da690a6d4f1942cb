import { RefusalNotice } from '~/calls/RefusalNotice';
import { t } from '~/texts/texts';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { when } from '~/texts/times';
import type { Keeping } from './useAutosave';

/** 已自动保存、正在保存、离线: where what is typed is now. */
export function KeepingState({ keeping, dirty }: { keeping: Keeping; dirty: boolean }) {
  const said = !dirty ? t('keeping.same')
    : keeping.state === 'kept' ? t('keeping.kept', { time: when(timestampFromDate(keeping.time)) })
    : keeping.state === 'offline' ? t('keeping.offline')
    : keeping.state === 'refused' ? t('keeping.refused')
    : t('keeping.saving');
  return <span className={`keeping ${dirty ? keeping.state : 'same'}`} role="status">{said}</span>;
}

export const KeepingRefusal = ({ keeping }: { keeping: Keeping }) => (keeping.state === 'refused' ? <RefusalNotice refusal={keeping.refusal} title={t('keeping.refused')} /> : null);
