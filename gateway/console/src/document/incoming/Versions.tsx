import { useQuery } from '@tanstack/react-query';
import { personName, useDirectory } from '~/coordination/directory/directory';
import { t } from '~/texts/texts';
import { when } from '~/texts/times';
import { Differences } from './Differences';
import { changed, entryOf } from './entry';
import { documents } from './incoming';

/** 版本: who corrected what, each with the difference to the one before. */
export function Versions({ name, version }: { name: string; version: number }) {
  const directory = useDirectory();
  const versions = useQuery({
    queryKey: ['incoming', name, 'versions', version],
    queryFn: async () => (await documents.listIncomingDocumentVersions({ parent: name, pageSize: 100 })).versions,
    enabled: version > 1,
  }).data;
  if (versions === undefined) return null;
  return (
    <details className="versions">
      <summary>{t('versions.title')}（{versions.length}）</summary>
      <ol reversed>
        {versions.map((v, i) => {
          const [before, after] = [versions[i + 1]?.incomingDocument, v.incomingDocument];
          return (
            <li key={v.version} value={v.version}>
              {when(v.createTime)} {personName(directory, v.person)}
              {before && after && <Differences before={entryOf(before)} after={entryOf(after)} fields={changed(entryOf(before), entryOf(after))} />}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
