import { postTitle, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import type { InboxItem } from '~/gen/backoffice/coordination/v1/inbox_pb';
import { MatterState, TaskKind } from '~/gen/backoffice/procedures/v1/matters_pb';
import { t, type TextKey } from '~/texts/texts';
import { dueText, lightOf, when } from '~/texts/times';
import { keyOf } from './inbox';

/** 标题 · 文号 · 环节 · 来自 · 到达 · 限时 of one item. */
export function InboxRow({ item, chosen, choose }: { item: InboxItem; chosen: boolean; choose: () => void }) {
  const directory = useDirectory();
  const light = item.task?.endTime ? 'none' : lightOf(item.task?.dueTime);
  return (
    <li id={keyOf(item)} className={chosen ? 'chosen' : ''}>
      <button type="button" onClick={choose} aria-current={chosen ? 'true' : undefined}>
        <span className="title">
          {item.urgency > 0 && <em className="urgent">{t(item.urgency > 1 ? 'urgency.EXTRA_URGENT' : 'urgency.URGENT')}</em>}
          {item.task && !item.task.openTime && !item.task.endTime && <span className="unopened" title={t('desk.unopened')} aria-label={t('desk.unopened')} />}
          {item.title}
        </span>
        <span className="facts">
          {item.subjectNumber && <span>{item.subjectNumber}</span>}
          <span>{item.procedureTitle} · {item.state === MatterState.RUNNING ? item.stepTitle : t(`matter.${MatterState[item.state]}` as TextKey)}</span>
          {item.task && item.task.kind !== TaskKind.ACT && <span className="kind">{t(`task.${TaskKind[item.task.kind]}` as TextKey)}</span>}
          {item.onBehalfOf && <span className="behalf">{t('desk.onBehalf', { post: postTitle(directory, item.onBehalfOf) })}</span>}
          {item.task === undefined && item.holderPost && <span>{t('desk.heldBy', { post: postWithHolder(directory, item.holderPost) })}</span>}
          {item.sender && <span>{t('desk.from', { name: item.sender.displayName })}</span>}
          <span>{when(item.task?.assignTime ?? item.updateTime)}</span>
        </span>
        {light !== 'none' && <span className={`due ${light}`}>{dueText(item.task?.dueTime)}</span>}
      </button>
    </li>
  );
}
