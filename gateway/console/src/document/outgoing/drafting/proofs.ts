import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clientOf } from '~/calls/transport';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ProofCertainty, ProofElement, ProofreadingService, type ProofFinding } from '~/gen/backoffice/document/v1/proofreading_pb';
import type { Sheet } from './sheet';

const client = clientOf(ProofreadingService);

// After this time without a key; the service reads a text in less.
const pause = 2_000;

const words = ({ title, mainRecipients, copyRecipients, body, attachmentList, attachmentTitles, annexes }: Sheet) =>
  ({ title, mainRecipients, copyRecipients, body: body.slice(0, 100_000), attachmentList, attachmentTitles, annexes });

/** What is found in the text as it is typed. */
export function useProofs(document: OutgoingDocument, sheet: Sheet, dirty: boolean) {
  const [read, setRead] = useState(sheet);
  useEffect(() => {
    const timer = setTimeout(() => setRead(sheet), pause);
    return () => clearTimeout(timer);
  }, [sheet]);
  return useQuery({
    queryKey: dirty ? ['proofs', 'text', words(read)] : ['proofs', document.name, document.etag],
    queryFn: async () => (dirty ? client.proofreadText(words(read)) : client.proofreadOutgoingDocument({ name: document.name })),
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

type Text = 'title' | 'mainRecipients' | 'copyRecipients' | 'body';
type List = 'attachmentList' | 'attachmentTitles';
const texts: Partial<Record<ProofElement, Text>> = {
  [ProofElement.TITLE]: 'title', [ProofElement.MAIN_RECIPIENTS]: 'mainRecipients', [ProofElement.COPY_RECIPIENTS]: 'copyRecipients', [ProofElement.BODY]: 'body',
};
const lists: Partial<Record<ProofElement, List>> = { [ProofElement.ATTACHMENT_LIST]: 'attachmentList', [ProofElement.ATTACHMENT_TITLES]: 'attachmentTitles' };

const annexes: Partial<Record<ProofElement, 'title' | 'text'>> = { [ProofElement.ANNEX_TITLE]: 'title', [ProofElement.ANNEX]: 'text' };

interface Place {
  words: string;
  /** The sheet with other words there. */
  put: (words: string) => Sheet;
}

/** Where the words stand that a finding is about, as they are now. */
function placeOf(sheet: Sheet, { element, item }: ProofFinding): Place {
  const text = texts[element];
  if (text !== undefined) return { words: sheet[text], put: (words) => ({ ...sheet, [text]: words }) };
  const list = lists[element];
  if (list !== undefined) return { words: sheet[list][item] ?? '', put: (words) => ({ ...sheet, [list]: sheet[list].map((entry, i) => (i === item ? words : entry)) }) };
  const part = annexes[element];
  if (part !== undefined) return { words: sheet.annexes[item]?.[part] ?? '', put: (words) => ({ ...sheet, annexes: sheet.annexes.map((annex, i) => (i === item ? { ...annex, [part]: words } : annex)) }) };
  return { words: '', put: () => sheet };
}

/** Whether what was found still stands there; somebody may have typed since. */
export const stands = (sheet: Sheet, finding: ProofFinding): boolean =>
  finding.found !== '' && placeOf(sheet, finding).words.slice(finding.offset, finding.offset + finding.length) === finding.found;

export const fixable = (finding: ProofFinding): boolean => finding.suggestion !== undefined;

/** 差错 with one safe reading, as against what somebody should look at. */
export const certain = (finding: ProofFinding): boolean => fixable(finding) && finding.certainty === ProofCertainty.ERROR;

/** Puts suggestions in the place of what was found, from the last to the first, so that places stay true. */
export function fixed(sheet: Sheet, findings: ProofFinding[]): Sheet {
  let next = sheet;
  for (const finding of findings.toSorted((a, b) => b.offset - a.offset)) {
    if (!fixable(finding) || !stands(next, finding)) continue;
    const { words, put } = placeOf(next, finding);
    next = put(words.slice(0, finding.offset) + finding.suggestion + words.slice(finding.offset + finding.length));
  }
  return next;
}

/** The findings that are left after some were mended, at the places they have then. */
export function moved(findings: ProofFinding[], mended: ProofFinding[]): ProofFinding[] {
  return findings
    .filter((finding) => !mended.includes(finding))
    .map((finding) => {
      const shift = mended
        .filter((m) => m.element === finding.element && m.item === finding.item && m.offset < finding.offset && fixable(m))
        .reduce((sum, m) => sum + m.suggestion!.length - m.length, 0);
      return shift === 0 ? finding : { ...finding, offset: finding.offset + shift };
    });
}
