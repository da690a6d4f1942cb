import { Select } from 'antd';
import { useId } from 'react';
import { t } from '~/texts/texts';
import { postWithHolder, useDirectory } from './directory';

interface Props { label: string; value: string[]; change: (names: string[]) => void; hint?: string }

/** 知悉范围: units, posts and people together, found by typing any part of a name. */
export function ReaderPicker({ label, value, change, hint }: Props) {
  const id = useId();
  const directory = useDirectory();
  const options = [
    { label: t('organisation.units'), options: (directory?.units ?? []).filter((u) => !u.closed).map((u) => ({ value: u.name, label: u.displayName })) },
    { label: t('organisation.posts'), options: (directory?.posts ?? []).filter((p) => !p.closed).map((p) => ({ value: p.name, label: postWithHolder(directory, p.name) })) },
    { label: t('organisation.people'), options: (directory?.people ?? []).filter((p) => !p.left).map((p) => ({ value: p.name, label: p.displayName })) },
  ];
  return (
    <div className="field readers">
      <label htmlFor={id}>{label}</label>
      <Select id={id} aria-label={label} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={value} onChange={change} options={options} placeholder={t('form.choose')} />
      {hint && <small className="hint">{hint}</small>}
    </div>
  );
}
