import { useDirectory } from '~/coordination/directory/directory';
import { t } from '~/texts/texts';
import { branches } from './units';

/** One unit of those in use, as deep in the list as it stands; the one chosen is there in any case. */
export function UnitSelect({ value, none, change }: { value: string; none?: string; change: (unit: string) => void }) {
  const directory = useDirectory();
  const shown = branches(directory?.units ?? []).filter(({ unit }) => !unit.closed || unit.name === value);
  return (
    <select value={value} onChange={(e) => change(e.target.value)}>
      <option value="">{none ?? t('form.choose')}</option>
      {shown.map(({ unit, depth }) => <option key={unit.name} value={unit.name}>{'　'.repeat(depth)}{unit.displayName}</option>)}
    </select>
  );
}
