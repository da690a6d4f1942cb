import { Select } from 'antd';
import { useId } from 'react';
import type { Refusal } from '~/calls/refusals';
import { postWithHolder, useDirectory } from '~/coordination/directory/directory';
import type { Directory } from '~/gen/backoffice/coordination/v1/directory_pb';
import { t } from '~/texts/texts';

interface Option { value: string; label: string }

/** Posts by unit, leaders first as the directory has them. */
function postsByUnit(directory: Directory | undefined, only: string[] | undefined): { label: string; options: Option[] }[] {
  return (directory?.units ?? [])
    .filter((unit) => !unit.closed)
    .map((unit) => ({
      label: unit.displayName,
      options: (directory?.posts ?? [])
        .filter((post) => post.unit === unit.name && !post.closed && (only === undefined || only.includes(post.name)))
        .map((post) => ({ value: post.name, label: postWithHolder(directory, post.name) })),
    }))
    .filter((group) => group.options.length > 0);
}

interface One {
  label: string;
  value: string;
  change: (post: string) => void;
  required?: boolean;
  only?: string[];
  /** The field's name in the contract: what the rules or the service say of it stands below. */
  name?: string;
  refusal?: Refusal | undefined;
}

export function PostPicker({ label, value, change, required = false, only, name, refusal }: One) {
  const id = useId();
  const directory = useDirectory();
  const wrong = name === undefined ? undefined : refusal?.violations.find((v) => v.field === name || v.field.endsWith(`.${name}`));
  return (
    <div className="field">
      <label htmlFor={id}>{label}{required && <span className="required">{t('form.required')}</span>}</label>
      <Select id={id} aria-label={label} showSearch={{ optionFilterProp: 'label' }} allowClear value={value || null} onChange={(post: string | undefined) => change(post ?? '')} options={postsByUnit(directory, only)} placeholder={t('form.choose')} />
      {wrong && <small role="alert" className="wrong">{wrong.description}</small>}
    </div>
  );
}

interface Several { label: string; value: string[]; change: (names: string[]) => void; required?: boolean; people?: boolean }

/** Several posts; with `people`, readers in person as well. */
export function PostsPicker({ label, value, change, required = false, people = false }: Several) {
  const id = useId();
  const directory = useDirectory();
  const inPerson = { label: t('form.inPerson'), options: (directory?.people ?? []).filter((p) => !p.left).map((p) => ({ value: p.name, label: p.displayName })) };
  const options = [...(people ? [inPerson] : []), ...postsByUnit(directory, undefined)];
  return (
    <div className="field">
      <label htmlFor={id}>{label}{required && <span className="required">{t('form.required')}</span>}</label>
      <Select id={id} aria-label={label} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={value} onChange={change} options={options} placeholder={t('form.choose')} />
    </div>
  );
}

/** `posts/…` and `people/…` as the contract wants readers. */
export const asAssignees = (names: string[]) => names.map((name) => (name.startsWith('people/') ? { person: name } : { post: name }));
