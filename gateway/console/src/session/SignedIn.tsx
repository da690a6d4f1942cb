import { useEffect } from 'react';
import { t } from '~/texts/texts';
import { channel } from './SessionEnded';

/** Where the window of a second sign-in ends: it tells the others and closes. */
export default function SignedIn() {
  useEffect(() => {
    const others = new BroadcastChannel(channel);
    others.postMessage('signed in');
    others.close();
    window.close();
  }, []);
  return <main className="alone"><p>{t('session.back')}</p></main>;
}
