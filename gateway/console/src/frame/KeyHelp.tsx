import { Button } from 'antd';
import { t, type TextKey } from '~/texts/texts';
import { mayCall } from '~/calls/access';
import { useMe } from '~/session/Session';
import { places } from './navigation';
import { useKeys } from './keys';

const keys: [string, TextKey][] = [
  ['J', 'keys.next'], ['K', 'keys.previous'], ['Enter', 'keys.open'], ['A', 'keys.agree'], ['R', 'keys.return'], ['?', 'keys.help'], ['Esc', 'keys.close'],
];

/** The keys that do what otherwise takes a mouse. */
export default function KeyHelp({ close }: { close: () => void }) {
  const me = useMe();
  useKeys({ Escape: close });
  return (
    <aside className="beside" aria-label={t('keys.title')}>
      <h2>{t('keys.title')}</h2>
      <dl className="keys">
        {keys.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(text)}</dd></div>)}
        {places.filter((place) => mayCall(me, place.needs)).map((place) => <div key={place.key}><dt><kbd>{place.key.toUpperCase()}</kbd></dt><dd>{t(place.title)}</dd></div>)}
      </dl>
      <Button onClick={close}>{t('shell.close')}</Button>
    </aside>
  );
}
