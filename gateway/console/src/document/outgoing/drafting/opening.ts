import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import type { WorkingCopy } from '~/gen/backoffice/document/v1/working_copies_pb';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Held } from './journal';
import { changedFields, sameTyped, sheetOf, typedOf, type Sheet } from './sheet';

/** How an editor begins: with the document, or with what was typed before and never saved. */
export interface Beginning {
  sheet: Sheet;
  restored?: Date;
  /** What was typed before, where the document was changed since: both are there, and neither replaces the other. */
  aside?: { sheet: Sheet; time: Date };
  /** Copies that the new window takes the place of, once it has kept its own. */
  taken: string[];
}

export function begin(document: OutgoingDocument, copies: WorkingCopy[], held: Held | undefined): Beginning {
  const now = sheetOf(document);
  const newest = copies.find((copy) => !sameTyped(now, copy));
  const copied = newest && { sheet: { ...now, ...typedOf(newest) }, time: timestampDate(newest.saveTime!), outdated: newest.outdated };
  const here = held && changedFields(now, held.sheet).length > 0 ? { sheet: held.sheet, time: new Date(held.time), outdated: held.baseEtag !== document.etag } : undefined;
  // This browser has every field, the service the words alone: of two that say the same, the former is taken.
  const typed = here && copied ? (sameTyped(here.sheet, copied.sheet) || here.time >= copied.time ? here : copied) : (here ?? copied);
  const taken = copies.map((copy) => copy.editor);
  if (typed === undefined) return { sheet: now, taken };
  return typed.outdated ? { sheet: now, aside: { sheet: typed.sheet, time: typed.time }, taken } : { sheet: typed.sheet, restored: typed.time, taken };
}
