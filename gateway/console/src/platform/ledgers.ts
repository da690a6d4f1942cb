/** Who keeps a ledger of each kind that every service keeps. */
export const services = ['document', 'coordination', 'archive', 'meeting', 'logistics', 'identity'] as const;

/** A ledger that every service keeps is asked of one of them; the gateway finds it by this. */
export const to = (service: string) => ({ headers: { 'backoffice-service': service } });
