import { personName, postWithHolder, useDirectory } from '~/coordination/directory/directory';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { t, type TextKey } from '~/texts/texts';
import type { Correctable, Entry } from './entry';

const labels: Record<Correctable, TextKey> = {
  title: 'incoming.title', documentNumber: 'incoming.documentNumber', issuer: 'incoming.issuer', issueDay: 'incoming.issueDate', genre: 'incoming.genre', urgency: 'incoming.urgency',
  mainRecipients: 'incoming.mainRecipients', copyRecipients: 'incoming.copyRecipients', sender: 'incoming.sender', copyCount: 'incoming.copyCount',
  attachmentTitles: 'incoming.attachmentTitles', readers: 'incoming.readers', body: 'incoming.body',
};

function shown(directory: Directory | undefined, entry: Entry, field: Correctable): string {
  if (field === 'genre') return entry.genre ? t(`genre.${entry.genre}` as TextKey) : '';
  if (field === 'urgency') return t(`urgency.${entry.urgency}` as TextKey);
  if (field === 'readers') return entry.readers.map((r) => readerName(directory, r)).join('、');
  return entry[field];
}

const readerName = (directory: Directory | undefined, name: string): string =>
  name.startsWith('people/') ? personName(directory, name)
    : name.startsWith('posts/') ? postWithHolder(directory, name)
      : directory?.units.find((u) => u.name === name)?.displayName ?? name;

/** Field by field: what stood and what stands. */
export function Differences({ before, after, fields }: { before: Entry; after: Entry; fields: Correctable[] }) {
  const directory = useDirectory();
  return (
    <dl className="field-differences">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(labels[field])}</dt>
          <dd><del>{shown(directory, before, field) || t('form.nothing')}</del> <ins>{shown(directory, after, field) || t('form.nothing')}</ins></dd>
        </div>
      ))}
    </dl>
  );
}
