import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clientOf } from '~/calls/transport';
import type { OutgoingDocument } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { ProofCertainty, ProofElement, ProofreadingService, type ProofFinding } from '~/gen/backoffice/document/v1/proofreading_pb';
import type { Sheet } from './sheet';

const client = clientOf(ProofreadingService);

// After this time without a key; the service reads a text in less.
const pause = 2_000;

const words = ({ title, mainRecipients, copyRecipients, body, attachmentList, attachmentTitles }: Sheet) => ({ title, mainRecipients, copyRecipients, body: body.slice(0, 100_000), attachmentList, attachmentTitles });

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

/** The words that a finding is about, as they stand now. */
function wordsOf(sheet: Sheet, finding: ProofFinding): string {
  const text = texts[finding.element];
  if (text !== undefined) return sheet[text];
  const list = lists[finding.element];
  return list === undefined ? '' : (sheet[list][finding.item] ?? '');
}

/** Whether what was found still stands there; somebody may have typed since. */
export const stands = (sheet: Sheet, finding: ProofFinding): boolean =>
  finding.found !== '' && wordsOf(sheet, finding).slice(finding.offset, finding.offset + finding.length) === finding.found;

export const fixable = (finding: ProofFinding): boolean => finding.suggestion !== undefined;

/** 差错 with one safe reading, as against what somebody should look at. */
export const certain = (finding: ProofFinding): boolean => fixable(finding) && finding.certainty === ProofCertainty.ERROR;

/** Puts suggestions in the place of what was found, from the last to the first, so that places stay true. */
export function fixed(sheet: Sheet, findings: ProofFinding[]): Sheet {
  let next = sheet;
  for (const finding of findings.toSorted((a, b) => b.offset - a.offset)) {
    if (!fixable(finding) || !stands(next, finding)) continue;
    const now = wordsOf(next, finding);
    const mended = now.slice(0, finding.offset) + finding.suggestion + now.slice(finding.offset + finding.length);
    const text = texts[finding.element];
    const list = lists[finding.element];
    if (text !== undefined) next = { ...next, [text]: mended };
    else if (list !== undefined) next = { ...next, [list]: next[list].map((entry, i) => (i === finding.item ? mended : entry)) };
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
