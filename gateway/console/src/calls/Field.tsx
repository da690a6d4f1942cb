import type { ReactNode } from 'react';
import { t } from '~/texts/texts';
import type { Refusal } from './refusals';

interface Props {
  label: string;
  /** The field's name in the contract: what the rules or the service say of it stands below. */
  name?: string;
  refusal?: Refusal | undefined;
  required?: boolean;
  className?: string;
  hint?: string;
  children: ReactNode;
}

/** One labelled input of a form, with what is wrong with it. */
export function Field({ label, name, refusal, required = false, className = '', hint, children }: Props) {
  const wrong = name === undefined ? undefined : refusal?.violations.find((v) => v.field === name || v.field.endsWith(`.${name}`));
  return (
    <label className={`field ${className}`}>
      <span>{label}{required && <span className="required">{t('form.required')}</span>}</span>
      {children}
      {hint && <small className="hint">{hint}</small>}
      {wrong && <small role="alert" className="wrong">{wrong.description}</small>}
    </label>
  );
}
