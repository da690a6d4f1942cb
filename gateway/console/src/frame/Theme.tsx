import { ConfigProvider, theme as antd } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, type ReactNode } from 'react';
import { useLanguage } from '~/texts/texts';
import { nonce } from './nonce';
import { useDark, usePreferences } from './preferences';

/** Light, dark and large type: one set of tokens for the components' library and for the console's own sheet. */
export function Theme({ children }: { children: ReactNode }) {
  const dark = useDark();
  const { large } = usePreferences();
  const language = useLanguage();
  return (
    <ConfigProvider
      {...(language === 'zh-CN' ? { locale: zhCN } : {})}
      csp={{ nonce }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
        token: {
          fontSize: large ? 18 : 14,
          controlHeight: large ? 40 : 32,
          borderRadius: 4,
          motion: false,
          fontFamily: 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
          // The library's own blue, greys and red are too faint to be read on their grounds (WCAG 2.2, 1.4.3).
          ...(dark
            ? { colorPrimary: '#3c89e8', colorPrimaryHover: '#6ea8fe', colorError: '#ff7875', colorLink: '#6ea8fe', colorTextTertiary: 'rgba(255,255,255,.68)', colorTextDescription: 'rgba(255,255,255,.68)', colorTextPlaceholder: 'rgba(255,255,255,.6)' }
            : { colorPrimary: '#0958d9', colorPrimaryHover: '#003eb3', colorLink: '#0958d9', colorError: '#cf1322', colorTextTertiary: 'rgba(0,0,0,.66)', colorTextDescription: 'rgba(0,0,0,.66)', colorTextPlaceholder: 'rgba(0,0,0,.6)' }),
        },
        // What the pointer is over stays readable: white on the dark theme's brighter blue is not.
        ...(dark ? { components: { Button: { colorPrimaryHover: '#2f5fa8', defaultHoverColor: '#6ea8fe', defaultHoverBorderColor: '#6ea8fe' } } } : {}),
      }}
    >
      <Sheet dark={dark} large={large} />
      {children}
    </ConfigProvider>
  );
}

function Sheet({ dark, large }: { dark: boolean; large: boolean }) {
  const { token } = antd.useToken();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = dark ? 'dark' : 'light';
    root.dataset['size'] = large ? 'large' : 'usual';
    const values = {
      ink: token.colorText, faint: token.colorTextDescription, paper: token.colorBgContainer, ground: token.colorBgLayout, line: token.colorBorderSecondary,
      blue: token.colorLink, fill: token.colorFillQuaternary, chosen: token.colorPrimaryBg, red: token.colorError, amber: dark ? '#e8b339' : '#874d00', green: dark ? '#8fd460' : '#237804',
      size: `${token.fontSize}px`, small: `${token.fontSizeSM}px`, big: `${token.fontSizeLG}px`, font: token.fontFamily,
    };
    for (const [name, value] of Object.entries(values)) root.style.setProperty(`--${name}`, value);
  }, [dark, large, token]);
  return null;
}
