/** Narrows a list by one of some values. With `all`, its first choice is every value, and says what it narrows by. */
export function Choice({ name, all = false, value, options, choose }: { name: string; all?: boolean; value: string; options: readonly { value: string; label: string }[]; choose: (value: string) => void }) {
  return (
    <select aria-label={name} value={value} onChange={(e) => choose(e.target.value)}>
      {all && <option value="">{name}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
