import { useState } from 'react';
import { minuteOf, momentFrom } from '~/texts/times';

/** A past moment that somebody states: to the second as long as it is the one at which the form was opened. */
export function useMoment(): { at: Date | undefined; text: string; set: (text: string) => void } {
  const [opened] = useState(() => new Date());
  const [text, set] = useState(minuteOf(opened));
  return { at: text === minuteOf(opened) ? opened : momentFrom(text), text, set };
}

export function MomentField({ label, moment }: { label: string; moment: ReturnType<typeof useMoment> }) {
  return <label className="field">{label} <input type="datetime-local" value={moment.text} max={minuteOf(new Date())} onChange={(e) => moment.set(e.target.value)} /></label>;
}
