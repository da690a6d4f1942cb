import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { refusalOf, type Refusal } from './refusals';
import { RequestIds } from './requestIds';

/** One write: sent with an id that makes its repeat safe, refused in words, never tried again by itself. */
export function useCall<I, R>(send: (input: I, requestId: string) => Promise<R>, done: (result: R, input: I) => void) {
  const ids = useRef(new RequestIds());
  const call = useMutation<R, unknown, I>({
    mutationFn: (input) => send(input, ids.current.of(input)),
    onSuccess: (result, input) => {
      ids.current.done();
      done(result, input);
    },
    retry: false,
    networkMode: 'always',
  });
  const refusal: Refusal | undefined = call.error === null ? undefined : refusalOf(call.error);
  return { run: call.mutate, busy: call.isPending, refusal, clear: call.reset };
}
