import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '~/texts/texts';

export interface Side {
  id: string;
  title: string;
  content: ReactNode;
}

/** What stands beside the text: one at a time, or on a wide screen the first two. Arrow keys go from one to the next. */
export function Sides({ sides }: { sides: Side[] }) {
  const base = useId();
  const [at, setAt] = useState(0);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (at + by + sides.length) % sides.length;
    setAt(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className="sides">
      <div role="tablist" className="tabs" aria-label={t('draft.sides')} onKeyDown={press}>
        {sides.map((side, i) => (
          <button key={side.id} type="button" role="tab" id={`${base}${side.id}`} aria-controls={`${base}${side.id}panel`} aria-selected={i === at} tabIndex={i === at ? 0 : -1} className={i === at ? 'active' : ''} onClick={() => setAt(i)}>{side.title}</button>
        ))}
      </div>
      {sides.map((side, i) => (
        <div key={side.id} role="tabpanel" id={`${base}${side.id}panel`} aria-labelledby={`${base}${side.id}`} tabIndex={0} className={i === at ? 'side chosen' : 'side'}>{side.content}</div>
      ))}
    </div>
  );
}
