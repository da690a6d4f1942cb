/** Where the console's pages begin on their host. */
export const base = '/console';
