import { partsOf } from './words';

/** A text with what was looked for in it marked. */
export function Marked({ text, query }: { text: string; query: string }) {
  return <>{partsOf(text, query).map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}</>;
}
