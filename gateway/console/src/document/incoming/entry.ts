import { DocumentGenre, Urgency, type IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { asDay, dayFrom } from '~/texts/times';

/** The particulars while they are typed. */
export const empty = {
  title: '', documentNumber: '', issuer: '', issueDay: '', genre: '', urgency: 'UNSPECIFIED', mainRecipients: '', copyRecipients: '', sender: '', copyCount: '1',
  body: '', attachmentTitles: '', readers: [] as string[], duplicateReason: '', acceptDuplicate: false,
};
export type Entry = typeof empty;

export function entryOf(document: IncomingDocument): Entry {
  return {
    title: document.title, documentNumber: document.documentNumber, issuer: document.issuer, issueDay: asDay(document.issueDate),
    genre: document.genre ? DocumentGenre[document.genre] : '', urgency: Urgency[document.urgency], mainRecipients: document.mainRecipients,
    copyRecipients: document.copyRecipients, sender: document.sender, copyCount: String(document.copyCount || 1), body: document.body,
    attachmentTitles: document.attachmentTitles.join('\n'), readers: document.readers, duplicateReason: '', acceptDuplicate: false,
  };
}

const printed = (day: { year: number; month: number; day: number }) => `${day.year}年${day.month}月${day.day}日`;

/** What is sent of an entry. */
export function particularsOf(entry: Entry) {
  const day = dayFrom(entry.issueDay);
  return {
    title: entry.title.trim(), documentNumber: entry.documentNumber.trim(), issuer: entry.issuer.trim(), mainRecipients: entry.mainRecipients, copyRecipients: entry.copyRecipients,
    sender: entry.sender, body: entry.body, duplicateReason: entry.duplicateReason, copyCount: Number(entry.copyCount), readers: entry.readers,
    attachmentTitles: entry.attachmentTitles.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    genre: DocumentGenre[(entry.genre || 'UNSPECIFIED') as keyof typeof DocumentGenre], urgency: Urgency[entry.urgency as keyof typeof Urgency],
    ...(day ? { issueDate: day, issueDateText: printed(day) } : {}),
  };
}

/** Fields that can be corrected, by their names here and in the contract. */
export const correctable = {
  title: ['title'], documentNumber: ['document_number'], issuer: ['issuer'], issueDay: ['issue_date', 'issue_date_text'], genre: ['genre'], urgency: ['urgency'],
  mainRecipients: ['main_recipients'], copyRecipients: ['copy_recipients'], sender: ['sender'], copyCount: ['copy_count'], attachmentTitles: ['attachment_titles'],
  readers: ['readers'], body: ['body'],
} as const satisfies Partial<Record<keyof Entry, readonly string[]>>;
export type Correctable = keyof typeof correctable;

/** What differs between what stands and what was typed. */
export const changed = (before: Entry, after: Entry): Correctable[] =>
  (Object.keys(correctable) as Correctable[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
