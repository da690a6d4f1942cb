import { Input } from 'antd';
import { Field } from '~/calls/Field';
import type { Refusal } from '~/calls/refusals';
import { ReaderPicker } from '~/coordination/directory/ReaderPicker';
import { DocumentGenre, Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';
import { names } from '../marks';
import type { Entry } from './entry';

interface Props {
  entry: Entry;
  set: (change: Partial<Entry>) => void;
  refusal: Refusal | undefined;
  /** Only what is on the envelope, for whoever signs for it. */
  brief?: boolean;
  titleRequired?: boolean;
}

type Text = 'title' | 'documentNumber' | 'issuer' | 'mainRecipients' | 'copyRecipients' | 'sender';

/** The particulars as printed, field by field. */
export function EntryFields({ entry, set, refusal, brief = false, titleRequired = true }: Props) {
  const text = (name: Text, contractName: string, label: TextKey, required = false) => (
    <Field className={name} label={t(label)} name={contractName} refusal={refusal} required={required}>
      <Input value={entry[name]} required={required} onChange={(e) => set({ [name]: e.target.value })} />
    </Field>
  );
  const urgency = (
    <Field className="urgency" label={t('incoming.urgency')} name="urgency" refusal={refusal}>
      <select value={entry.urgency} onChange={(e) => set({ urgency: e.target.value })}>
        {names('urgency', Urgency, true).map((u) => <option key={u.value} value={u.value}>{u.label}</option>)}
      </select>
    </Field>
  );
  const copies = (
    <Field className="copyCount" label={t('incoming.copyCount')} name="copy_count" refusal={refusal}>
      <Input type="number" min={1} value={entry.copyCount} onChange={(e) => set({ copyCount: e.target.value })} />
    </Field>
  );
  const head = (
    <>
      {text('title', 'title', 'incoming.title', titleRequired)}
      {text('documentNumber', 'document_number', 'incoming.documentNumber')}
      {text('issuer', 'issuer', 'incoming.issuer')}
    </>
  );
  if (brief) return <>{head}{urgency}{copies}{text('sender', 'sender', 'incoming.sender')}</>;
  return (
    <>
      {head}
      <Field className="issueDay" label={t('incoming.issueDate')} name="issue_date" refusal={refusal}>
        <input type="date" value={entry.issueDay} onChange={(e) => set({ issueDay: e.target.value })} />
      </Field>
      <Field className="genre" label={t('incoming.genre')} name="genre" refusal={refusal}>
        <select value={entry.genre} onChange={(e) => set({ genre: e.target.value })}>
          <option value="">{t('form.choose')}</option>
          {names('genre', DocumentGenre).map((g) => <option key={g.value} value={g.value}>{g.label}</option>)}
        </select>
      </Field>
      {urgency}
      {copies}
      {text('sender', 'sender', 'incoming.sender')}
      {text('mainRecipients', 'main_recipients', 'incoming.mainRecipients')}
      {text('copyRecipients', 'copy_recipients', 'incoming.copyRecipients')}
      <Field className="attachmentTitles" label={t('incoming.attachmentTitles')} name="attachment_titles" refusal={refusal}>
        <Input.TextArea value={entry.attachmentTitles} rows={2} onChange={(e) => set({ attachmentTitles: e.target.value })} />
      </Field>
      <ReaderPicker label={t('incoming.readers')} value={entry.readers} change={(readers) => set({ readers })} hint={t('incoming.readersHint')} />
      <Field className="body" label={t('incoming.body')} name="body" refusal={refusal}>
        <Input.TextArea value={entry.body} rows={8} onChange={(e) => set({ body: e.target.value })} />
      </Field>
    </>
  );
}
