import type { IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { changed, entryOf, type Correctable } from '../entry';
import { documents } from '../incoming';
import type { ImportRecord } from './records';

/** A record beside what the register holds under its number. */
export interface Previewed extends ImportRecord {
  held?: IncomingDocument;
  differs: Correctable[];
}

/** The most records that one call takes. */
export const most = 200;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
// Lists carry no texts, and readers are the office's own: neither says that a record is another.
const compared = (field: Correctable) => field !== 'body' && field !== 'readers';

async function beside(record: ImportRecord): Promise<Previewed> {
  const { document } = record;
  if (document === undefined || document.documentNumber === '') return { ...record, differs: [] };
  const found = (await documents.listIncomingDocuments({ pageSize: 5, filter: `document_number = ${quoted(document.documentNumber)}` })).incomingDocuments;
  const held = found.find((one) => one.issuer === document.issuer) ?? found[0];
  return held === undefined ? { ...record, differs: [] } : { ...record, held, differs: changed(entryOf(held), entryOf(document)).filter(compared) };
}

/** Looks every record up, a few at a time; tells how far it has come. */
export async function preview(records: ImportRecord[], progress: (done: number) => void): Promise<Previewed[]> {
  const looked: Previewed[] = [];
  for (let at = 0; at < records.length; at += 4) {
    looked.push(...await Promise.all(records.slice(at, at + 4).map(beside)));
    progress(looked.length);
  }
  return looked;
}
