import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { AccountService, GetMeResponseSchema } from '~/gen/backoffice/identity/v1/accounts_pb';
import { FilingService } from '~/gen/backoffice/document/v1/filing_pb';
import { IncomingDocumentService } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { mayCall } from './access';

test('A call is open to whoever holds the permission that the contract states', () => {
  const reader = create(GetMeResponseSchema, { permissions: ['document.incomingDocuments.read'] });
  expect(mayCall(reader, IncomingDocumentService.method.listIncomingDocuments)).toBe(true);
  expect(mayCall(reader, IncomingDocumentService.method.registerIncomingDocument)).toBe(false);
});

test('What concerns the own account is open to everybody, what services ask each other to nobody', () => {
  const nobody = create(GetMeResponseSchema, {});
  expect(mayCall(nobody, AccountService.method.getMe)).toBe(true);
  expect(mayCall(nobody, FilingService.method.getFilingPackage)).toBe(false);
});
