/** Names close to one that was mistyped: Levenshtein's edit distance. */

/** The name that takes the fewest edits to reach, case aside; the first of several. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const lower = typed.toLowerCase();
  const distances = names.map((name) => editDistance(lower, name.toLowerCase()));
  return names[distances.indexOf(Math.min(...distances))];
}

/** Characters to insert, take out or change; names are short, but what is typed may not be. */
function editDistance(typed: string, name: string): number {
  let row = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (const [at, character] of [...typed.slice(0, TYPED_CHARACTERS_MAX)].entries()) {
    const next = [at + 1];
    for (const [column, above] of row.slice(1).entries()) {
      const changed = (row[column] ?? 0) + (name[column] === character ? 0 : 1);
      next.push(Math.min(changed, above + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** No name of a member comes near this. */
const TYPED_CHARACTERS_MAX = 64;
