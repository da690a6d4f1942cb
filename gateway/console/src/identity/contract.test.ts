import { expect, test } from 'vitest';
import { Role } from '~/gen/backoffice/options/v1/access_pb';
import { readMatrix } from './contract';

test('The matrix is the contract’s: what one role may do and another may not, and nothing that services ask each other', async () => {
  const rights = await readMatrix();
  expect(rights.find((r) => r.rpc === 'IncomingDocumentService/RegisterIncomingDocument')?.roles).toEqual([Role.CLERK, Role.OFFICE_DIRECTOR]);
  expect(rights.find((r) => r.rpc === 'AuditService/ListAuditEntries')?.roles).toEqual([Role.SECURITY_AUDITOR]);
  expect(rights.some((r) => r.permission === '')).toBe(false);
});
