import type { Needs } from '~/calls/access';
import type { TextKey } from '~/texts/texts';

/** What whoever drafts needs, for whom the desk has a tab of drafts. */
export const drafting = 'document.outgoingDocuments.draft';

/** A place of the console, and what the rpc needs without which it would be empty. */
export interface Place {
  path: string;
  title: TextKey;
  key: string;
  needs: Needs;
}

/**
 * In the order of a working day; a place is shown to whoever may make its call. By permission, not by rpc: the contract of
 * every service would be fetched before the desk. A test holds each to the contract.
 */
export const places: Place[] = [
  { path: '/desk', title: 'nav.desk', key: '1', needs: 'coordination.inbox.read' },
  { path: '/incoming', title: 'nav.incoming', key: '2', needs: 'document.incomingDocuments.read' },
  { path: '/outgoing', title: 'nav.outgoing', key: '3', needs: 'document.outgoingDocuments.read' },
  { path: '/search', title: 'nav.search', key: '/', needs: 'document.incomingDocuments.read' },
  { path: '/archive', title: 'nav.archive', key: '4', needs: 'archive.archiveItems.read' },
  { path: '/secrecy', title: 'nav.secrecy', key: 's', needs: 'document.leakReports.list' },
  { path: '/rooms', title: 'nav.rooms', key: '5', needs: 'meeting.roomBookings.read' },
  { path: '/vehicles', title: 'nav.vehicles', key: '6', needs: 'logistics.vehicleBookings.read' },
  { path: '/organisation', title: 'nav.organisation', key: '7', needs: 'coordination.directory.read' },
  { path: '/procedures', title: 'nav.procedures', key: '8', needs: 'document.procedures.read' },
  { path: '/delegations', title: 'nav.delegations', key: 'd', needs: 'coordination.delegations.read' },
  { path: '/figures', title: 'nav.figures', key: 'f', needs: 'coordination.statistics.read' },
  { path: '/audit', title: 'nav.audit', key: '9', needs: 'platform.auditEntries.read' },
  { path: '/rights', title: 'nav.rights', key: '0', needs: 'identity.accounts.read' },
  { path: '/exchange', title: 'nav.exchange', key: 'x', needs: 'document.exchangePartners.read' },
  { path: '/events', title: 'nav.events', key: 'e', needs: 'platform.eventPath.read' },
];
