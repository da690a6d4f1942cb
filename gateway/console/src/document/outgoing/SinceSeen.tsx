import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useDirectory, isMe } from '~/coordination/directory/directory';
import { useActs } from '~/document/matters/matters';
import type { OutgoingDocument, OutgoingDocumentVersion } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import type { Act } from '~/gen/backoffice/procedures/v1/matters_pb';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { Differences } from './Differences';
import { useComparison, useVersions } from './outgoing';

/** The version that stood when somebody acted last; undefined where nothing was changed since, or nothing was done. */
export function seenVersion(versions: OutgoingDocumentVersion[], acts: Act[]): { version: number; act: Act } | undefined {
  const act = acts.at(-1);
  if (act?.time === undefined) return undefined;
  const time = timestampDate(act.time);
  const stood = Math.max(0, ...versions.filter((v) => timestampDate(v.createTime!) <= time).map((v) => v.version));
  const newest = Math.max(0, ...versions.map((v) => v.version));
  return stood === 0 || stood === newest ? undefined : { version: stood, act };
}

/** 上次看后的改动: what was changed since the caller last had it. */
export function SinceSeen({ document }: { document: OutgoingDocument }) {
  const me = useMe();
  const directory = useDirectory();
  const acts = (useActs(document.matter).data?.acts ?? []).filter((act) => act.actor && isMe(directory, me.account, act.actor.person));
  const versions = useVersions(document.name).data ?? [];
  const seen = seenVersion(versions, acts);
  const differences = useComparison(document.name, seen?.version ?? 0, document.version).data;
  if (seen === undefined) return null;
  return (
    <details className="since" open>
      <summary>{t('since.title', { time: when(seen.act.time), version: seen.version, now: document.version })}</summary>
      {differences && <Differences differences={differences} shorten />}
    </details>
  );
}
