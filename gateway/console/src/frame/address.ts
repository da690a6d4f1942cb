import { useSearchParams } from 'react-router';

/** What a page shows, as its address says it; a change leaves out what is empty and is no step back in the browser. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  return { search, change, setSearch };
}
