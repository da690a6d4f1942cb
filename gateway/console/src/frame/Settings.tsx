import { Button, Radio } from 'antd';
import { t } from '~/texts/texts';
import { useKeys } from './keys';
import { prefer, usePreferences } from './preferences';

/** Language, light or dark, size of type. */
export default function Settings({ close }: { close: () => void }) {
  const chosen = usePreferences();
  useKeys({ Escape: close });
  return (
    <aside className="beside" aria-label={t('settings.title')}>
      <h2>{t('settings.title')}</h2>
      <fieldset>
        <legend>{t('settings.language')}</legend>
        <Radio.Group value={chosen.language} onChange={(e) => prefer({ language: e.target.value })} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
      </fieldset>
      <fieldset>
        <legend>{t('settings.theme')}</legend>
        <Radio.Group value={chosen.theme} onChange={(e) => prefer({ theme: e.target.value })} options={[
          { value: 'light', label: t('settings.light') }, { value: 'dark', label: t('settings.dark') }, { value: 'system', label: t('settings.system') }]} />
      </fieldset>
      <fieldset>
        <legend>{t('settings.size')}</legend>
        <Radio.Group value={chosen.large} onChange={(e) => prefer({ large: e.target.value })} options={[
          { value: false, label: t('settings.usual') }, { value: true, label: t('settings.large') }]} />
      </fieldset>
      <p className="links"><a href="/docs">{t('settings.docs')}</a> <a href="/status">{t('settings.status')}</a></p>
      <Button onClick={close}>{t('shell.close')}</Button>
    </aside>
  );
}
