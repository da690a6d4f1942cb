import { clientOf } from '~/calls/transport';
import { personName, postTitle } from '~/coordination/directory/directory';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { ClassificationService } from '~/gen/backoffice/document/v1/classification_pb';
import { LeakReportService } from '~/gen/backoffice/document/v1/leak_reports_pb';
import { SecrecyService } from '~/gen/backoffice/document/v1/secrecy_pb';

export const secrecy = clientOf(SecrecyService);
export const classification = clientOf(ClassificationService);
export const leaks = clientOf(LeakReportService);

/** A person, post or unit of a scope, as people call it. */
export const called = (directory: Directory | undefined, name: string): string =>
  name.startsWith('people/') ? personName(directory, name) : name.startsWith('units/') ? (directory?.units.find((u) => u.name === name)?.displayName ?? name) : postTitle(directory, name);

/** Where a document named by the contract is shown. */
export const pageOf = (document: string): string => `/${document.replace('Documents', '')}`;
