import { create, fromJson, type JsonObject, type JsonValue } from '@bufbuild/protobuf';
import { DocumentGenre, IncomingDocumentSchema, Urgency, type IncomingDocument } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { names } from '~/document/marks';
import { dayFrom } from '~/texts/times';

/** A line of a file: a document to import, or why it is none. */
export interface ImportRecord {
  line: number;
  document?: IncomingDocument;
  problem?: string;
}

/** What columns of a table are called, in Chinese or by the contract. */
const columns: Record<string, string> = {
  来源: 'source', 标题: 'title', 发文字号: 'documentNumber', 发文机关: 'issuer', 成文日期: 'issueDate', 文种: 'genre', 紧急程度: 'urgency', 主送机关: 'mainRecipients',
  抄送机关: 'copyRecipients', 来文单位: 'sender', 份数: 'copyCount', 正文: 'body', 重复登记理由: 'duplicateReason',
};
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Cells of a table by RFC 4180: quotes may hold separators and line ends, and are doubled inside. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** A value of an enumeration by its name in the contract, or by what people call it. */
const valueOf = (prefix: string, values: Record<string, string | number>, text: string): number | undefined => {
  const known = names(prefix, values, true).find((one) => one.label === text || one.value === text.toUpperCase());
  return known === undefined ? undefined : (values[known.value] as number);
};

function fromCells(heads: string[], cells: string[]): IncomingDocument {
  const values = Object.fromEntries(heads.map((head, i) => [columns[head.trim()] ?? camel(head.trim()), (cells[i] ?? '').trim()]));
  const text = (name: string) => values[name] ?? '';
  const day = dayFrom(text('issueDate'));
  return create(IncomingDocumentSchema, {
    source: text('source'), title: text('title'), documentNumber: text('documentNumber'), issuer: text('issuer'), mainRecipients: text('mainRecipients'), copyRecipients: text('copyRecipients'),
    sender: text('sender'), body: text('body'), duplicateReason: text('duplicateReason'), copyCount: Number(text('copyCount') || 1),
    genre: valueOf('genre', DocumentGenre, text('genre')) ?? DocumentGenre.UNSPECIFIED, urgency: valueOf('urgency', Urgency, text('urgency')) ?? Urgency.UNSPECIFIED,
    issueDateText: text('issueDate'), ...(day ? { issueDate: day } : {}),
  });
}

function fromText(value: JsonValue): IncomingDocument {
  const { readers: _, ...rest } = value as JsonObject;
  return fromJson(IncomingDocumentSchema, rest, { ignoreUnknownFields: true });
}

/** The records of a file: JSON (a list, or a record a line) by the contract's names, or a table with a line of heads. */
export function recordsOf(text: string): ImportRecord[] {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content.startsWith('[')) {
    const values = attempt(() => JSON.parse(content) as JsonValue[]);
    return values.problem === undefined ? values.read.map((value, i) => record(i + 1, () => fromText(value))) : [{ line: 1, problem: values.problem }];
  }
  if (content.startsWith('{')) return content.split(/\r?\n/).map((line, i) => record(i + 1, () => fromText(JSON.parse(line) as JsonValue)));
  const [heads = [], ...rows] = cellsOf(content);
  return rows.map((cells, i) => record(i + 2, () => fromCells(heads, cells)));
}

type Attempt<T> = { read: T; problem?: undefined } | { problem: string };

function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { read: read() };
  } catch (e) {
    return { problem: e instanceof Error ? e.message : String(e) };
  }
}

function record(line: number, read: () => IncomingDocument): ImportRecord {
  const made = attempt(read);
  return made.problem === undefined ? { line, document: made.read } : { line, problem: made.problem };
}
