import { clientOf } from '~/calls/transport';
import { DraftTemplateService } from '~/gen/backoffice/document/v1/draft_templates_pb';

export const templates = clientOf(DraftTemplateService);

/** Those in use, as a query. */
export const templatesInUse = { queryKey: ['draft-templates'], queryFn: async () => (await templates.listDraftTemplates({ pageSize: 200 })).draftTemplates };

/** The fields that a text names in braces, in the order they stand. */
export const fieldsIn = (...texts: string[]): string[] => [...new Set(texts.flatMap((text) => [...text.matchAll(/\{([a-z][a-z0-9_]{0,39})\}/g)].map((found) => found[1]!)))];

/** A text in parts: its words, and the fields that braces name. */
export const partsIn = (text: string): { text: string; field: string }[] =>
  text.split(/\{([a-z][a-z0-9_]{0,39})\}/).map((part, i) => (i % 2 === 1 ? { text: `{${part}}`, field: part } : { text: part, field: '' })).filter((part) => part.text !== '');
