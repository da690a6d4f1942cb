import { Code, ConnectError } from '@connectrpc/connect';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { clientOf } from '~/calls/transport';
import { refusalOf } from '~/calls/refusals';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { base } from '~/frame/base';
import { AccountService, type GetMeResponse } from '~/gen/backoffice/identity/v1/accounts_pb';
import { t } from '~/texts/texts';

const accounts = clientOf(AccountService);
const Me = createContext<GetMeResponse | undefined>(undefined);

/** Who is signed in. */
export function useMe(): GetMeResponse {
  const me = useContext(Me);
  if (me === undefined) throw new Error('Nobody is signed in here.');
  return me;
}

const signInPath = (path: string): string => `/signin?returnUrl=${encodeURIComponent(path)}`;

/** Leads to sign-in and from there back to exactly this address. */
function signIn(): void {
  location.replace(signInPath(location.pathname + location.search + location.hash));
}

/** Sign-in in a window of its own: this page keeps what was typed. */
export const signInBeside = (): Window | null => window.open(signInPath(`${base}/signed-in`), '_blank', 'popup,width=520,height=680');

async function readMe(): Promise<GetMeResponse | null> {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  const known = (await response.json()) as { account: string | null };
  if (known.account === null) return null;
  try {
    return await accounts.getMe({});
  } catch (e) {
    // The gateway still has the session, but what it stands for was ended: by a new password, new roles or a closed account.
    if (ConnectError.from(e).code === Code.Unauthenticated) return null;
    throw e;
  }
}

function Leaving() {
  useEffect(signIn, []);
  return null;
}

/** Shows the console to whoever is signed in; anybody else signs in first. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity, retry: 1 });
  if (me.error !== null) return <main className="alone"><RefusalNotice refusal={refusalOf(me.error)} /></main>;
  if (me.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  if (me.data === null) return <Leaving />;
  return <Me value={me.data}>{children}</Me>;
}
