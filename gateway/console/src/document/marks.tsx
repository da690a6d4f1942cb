import { Urgency } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t, type TextKey } from '~/texts/texts';

/** 加急、特急; nothing for what is neither. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  return urgency === Urgency.UNSPECIFIED ? null : <em className="urgent">{t(urgency === Urgency.EXTRA_URGENT ? 'urgency.EXTRA_URGENT' : 'urgency.URGENT')}</em>;
}

/** The values of an enumeration of the contract with their names for people. */
export const names = (prefix: string, values: Record<string, string | number>, zero = false): { value: string; label: string }[] =>
  Object.entries(values)
    .filter(([name, number]) => Number.isNaN(Number(name)) && (number !== 0 || zero))
    .map(([name]) => ({ value: name, label: t(`${prefix}.${name}` as TextKey) }));
