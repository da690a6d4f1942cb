/** One line, in both texts or in one of them. */
export interface Line {
  side: 'both' | 'mine' | 'theirs';
  text: string;
}

// Beyond this many lines that differ, what is in the middle is shown as it stands, one text after the other.
const longest = 1_000;

/** What two texts have in common, line by line, and what each has alone. */
export function compareLines(mine: string, theirs: string): Line[] {
  const [a, b] = [mine.split('\n'), theirs.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const both = (lines: string[]): Line[] => lines.map((text) => ({ side: 'both', text }));
  return [...both(a.slice(0, head)), ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...both(a.slice(a.length - tail))];
}

function middle(a: string[], b: string[]): Line[] {
  const mine = (text: string): Line => ({ side: 'mine', text });
  const theirs = (text: string): Line => ({ side: 'theirs', text });
  if (a.length > longest || b.length > longest) return [...a.map(mine), ...b.map(theirs)];
  // The longest run of lines that both have, from each pair of places on.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ side: 'both', text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) lines.push(mine(a[i++]!));
    else lines.push(theirs(b[j++]!));
  }
  return lines;
}
