import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { session } from '~/calls/transport';
import { t } from '~/texts/texts';
import { signInBeside } from './Session';

/** Where a second sign-in tells the other windows. */
export const channel = 'backoffice-signed-in';

/** Says that the session has ended, over the page that keeps what was typed. */
export function SessionEnded() {
  const [ended, setEnded] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    const end = () => setEnded(true);
    const again = new BroadcastChannel(channel);
    again.onmessage = () => {
      setEnded(false);
      void queries.invalidateQueries();
    };
    session.addEventListener('ended', end);
    return () => {
      session.removeEventListener('ended', end);
      again.close();
    };
  }, [queries]);
  return ended ? (
    <Alert banner type="warning" title={t('session.ended')} action={<Button size="small" type="primary" onClick={signInBeside}>{t('session.again')}</Button>} />
  ) : null;
}
