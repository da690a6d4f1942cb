import { t } from '~/texts/texts';

// In this order: every browser names those before it, for whoever still asks for them.
const browsers: [string, RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/], ['Opera', /OPR\/(\d+)/], ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/], ['Chrome', /(?:Chrome|CriOS|Chromium)\/(\d+)/], ['Safari', /Version\/(\d+)[^ ]* .*Safari/],
];
const systems: [string, RegExp][] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/], ['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Mac OS X/], ['Linux', /Linux|X11/],
];

/** A browser in words, `Firefox 140（Linux）`, from what it said of itself. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.map(([name, sign]) => [name, sign.exec(userAgent)?.[1]] as const).find(([, version]) => version !== undefined);
  const system = systems.find(([, sign]) => sign.test(userAgent))?.[0];
  const name = browser === undefined ? t('sessions.unknown') : browser.join(' ');
  return system === undefined ? name : t('sessions.on', { browser: name, system });
}
