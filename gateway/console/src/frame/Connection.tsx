import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';
import { t } from '~/texts/texts';

function listen(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that the network is away, and that nothing typed is lost by it. */
export function Connection() {
  const here = useSyncExternalStore(listen, () => navigator.onLine);
  return here ? null : <Alert banner type="warning" title={t('shell.offline')} />;
}
