import { getOption, type DescService, type Message } from '@bufbuild/protobuf';
import { Code, ConnectError, createClient, type Client, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { access, Repeat } from '~/gen/backoffice/options/v1/access_pb';

/** Fires `ended` when the gateway no longer knows the session. */
export const session = new EventTarget();

function tellOfEnd(error: unknown): void {
  if (ConnectError.from(error).code === Code.Unauthenticated) session.dispatchEvent(new Event('ended'));
}

/** A stream tells of it under way: somebody ended the session it was opened in. */
async function* noticing<T>(messages: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* messages;
  } catch (e) {
    tellOfEnd(e);
    throw e;
  }
}

const noticeEnd: Interceptor = (next) => async (request) => {
  try {
    const response = await next(request);
    return response.stream ? { ...response, message: noticing(response.message) } : response;
  } catch (e) {
    tellOfEnd(e);
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
