import { clone, create, equals } from '@bufbuild/protobuf';
import { OutgoingDocumentSchema, type OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';

/** What the desk edits of a document, by the names that an update mask has for them. */
export const fields = {
  title: 'title', genre: 'genre', direction: 'direction', issuerKind: 'issuer_kind', issuer: 'issuer', mainRecipients: 'main_recipients', copyRecipients: 'copy_recipients',
  body: 'body', attachmentList: 'attachment_list', attachmentTitles: 'attachment_titles', annexes: 'annexes', urgency: 'urgency', carrier: 'carrier', necessity: 'necessity',
  requestItems: 'request_items', matterCount: 'matter_count', important: 'important', majorMatter: 'major_matter', normative: 'normative', specialTask: 'special_task',
  localConsent: 'local_consent', assignedByLeader: 'assigned_by_leader', governmentApproval: 'government_approval', inReplyTo: 'in_reply_to', concernedOrgans: 'concerned_organs',
  jointOrgans: 'joint_organs', matterScope: 'matter_scope', mainOrganMark: 'main_organ_mark',
} as const;
export type Field = keyof typeof fields;
export type Sheet = Pick<OutgoingDocument, Field>;

/** What a working copy holds: the words, which are typed for minutes. */
export const typedFields = ['title', 'mainRecipients', 'copyRecipients', 'body'] as const;
export type Typed = Pick<Sheet, (typeof typedFields)[number]>;

export function sheetOf(document: OutgoingDocument): Sheet {
  const copy = clone(OutgoingDocumentSchema, document);
  return Object.fromEntries(Object.keys(fields).map((field) => [field, copy[field as Field]])) as unknown as Sheet;
}

// Compared as messages, so that lists and annexes are compared by what they hold.
const alone = (sheet: Sheet, field: Field) => create(OutgoingDocumentSchema, { [field]: sheet[field] });

/** The fields in which two sheets differ. */
export const changedFields = (was: Sheet, is: Sheet): Field[] =>
  (Object.keys(fields) as Field[]).filter((field) => !equals(OutgoingDocumentSchema, alone(was, field), alone(is, field)));

/** What was changed here put upon what somebody else saved meanwhile, and the fields that both have changed. */
export function rebased(was: Sheet, mine: Sheet, theirs: Sheet): { sheet: Sheet; both: Field[] } {
  const changed = changedFields(was, mine);
  const others = changedFields(was, theirs);
  return {
    sheet: { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) },
    both: changed.filter((field) => others.includes(field) && changedFields(mine, theirs).includes(field)),
  };
}

export const typedOf = ({ title, mainRecipients, copyRecipients, body }: Typed): Typed => ({ title, mainRecipients, copyRecipients, body });

export const sameTyped = (one: Typed, other: Typed): boolean => typedFields.every((field) => one[field] === other[field]);

/** Lines of a text area as a list: what is blank is no entry. */
export const asLines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
