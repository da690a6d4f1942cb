import { getOption, type DescService, type Message } from '@bufbuild/protobuf';
import { Code, ConnectError, createClient, type Client, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { access, Repeat } from '~/gen/backoffice/options/v1/access_pb';

/** Fires `ended` when the gateway no longer knows the session. */
export const session = new EventTarget();

const noticeEnd: Interceptor = (next) => async (request) => {
  try {
    return await next(request);
  } catch (e) {
    if (ConnectError.from(e).code === Code.Unauthenticated) session.dispatchEvent(new Event('ended'));
    throw e;
  }
};

/** Every write keeps the contract's rules before it is sent, whichever form it comes from; the service asks the same again. */
const keepRules: Interceptor = (next) => async (request) => {
  if (!request.stream && getOption(request.method, access).repeat !== Repeat.READ_ONLY) {
    // Where the rules cannot be fetched, the call tells what is the matter: the connection, or the service's own check.
    const rules = await import('./rules').catch(() => undefined);
    await rules?.refuseByRules(request.method, request.message as Message);
  }
  return next(request);
};

const transport = createGrpcWebTransport({ baseUrl: location.origin, interceptors: [noticeEnd, keepRules] });

/** A client of one service; the cookie names the session, and the gateway adds the token. */
export const clientOf = <S extends DescService>(service: S): Client<S> => createClient(service, transport);
