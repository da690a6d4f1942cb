import './frame/nonce';
import './frame/console.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isAway, refusalOf } from '~/calls/refusals';
import { preferences, subscribe } from '~/frame/preferences';
import { Pages } from '~/frame/routes';
import { Theme } from '~/frame/Theme';
import { SessionGate } from '~/session/Session';
import { language, speak } from '~/texts/texts';

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, networkMode: 'always', retry: (count, error) => count < 2 && isAway(refusalOf(error)) } },
});

await speak(preferences().language);
subscribe(() => {
  if (preferences().language !== language()) void speak(preferences().language);
});

createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Theme>
        <SessionGate>
          <Pages />
        </SessionGate>
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
