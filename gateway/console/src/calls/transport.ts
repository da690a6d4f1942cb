import { Code, ConnectError, createClient, type Client, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import type { DescService } from '@bufbuild/protobuf';

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

const transport = createGrpcWebTransport({ baseUrl: location.origin, interceptors: [noticeEnd] });

/** A client of one service; the cookie names the session, and the gateway adds the token. */
export const clientOf = <S extends DescService>(service: S): Client<S> => createClient(service, transport);
