/** Source texts as the house rules read them: code apart from comments, and what a file imports. */

/** A file of the project: its path from the root, with slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One module that a file names. */
export interface Import {
  /** As written, or for a relative one the path from the root. */
  readonly target: string;
  readonly isRelative: boolean;
  /** Whether nothing of it is left when the types are gone. */
  readonly isTypeOnly: boolean;
  /** Whether it is a static `import` or `export … from`, not a call. */
  readonly isStatic: boolean;
  /** What stands between `import` and `from`. */
  readonly clause: string;
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//;
const quotedText = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/;
const regexp =
  /(?<=[=(,:!&|?{;[>]\s*|^\s*|\breturn\s+)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/;
const notCode = new RegExp(`${comment.source}|${quotedText.source}|${regexp.source}`, 'gm');

/** The text with comments, and what stands between quotes or in a regexp, blanked; of equal length. */
export function codeOf(text: string): string {
  return text.replace(notCode, (token) => {
    const isComment = /^\/[/*]/.test(token);
    const blank = (piece: string): string => piece.replace(/[^\n]/g, ' ');
    if (isComment) return blank(token);
    return `${token.slice(0, 1)}${blank(token.slice(1, -1))}${token.slice(-1)}`;
  });
}

const statement =
  /^[ \t]*(?:import\s*|(?:import|export)\b(?<clause>[^;'"`=()]*?)\bfrom\s*)(?<quote>['"])(?<name>\s*)\k<quote>/gm;
const call =
  /\b(?:import|require|createRequire\([^()]*\))\s*\(\s*(?<quote>['"`])(?<name>\s*)\k<quote>/g;

/** Every module that a file names, in static statements, `import()` and `require()`, types included. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const code = codeOf(text);
  const found: Import[] = [];
  for (const pattern of [statement, call]) {
    for (const match of code.matchAll(pattern)) {
      const end = match.index + match[0].length - 1;
      const name = text.slice(end - (match.groups?.name ?? '').length, end);
      const clause = (match.groups?.clause ?? '').trim();
      found.push({
        target: name.startsWith('.') ? resolved(path, name) : name,
        isRelative: name.startsWith('.'),
        isTypeOnly: isTypes(clause),
        isStatic: pattern === statement,
        clause,
      });
    }
  }
  return found;
}

/** Whether a clause brings in types only, as in `type A` and `{ type A, type B }`. */
function isTypes(clause: string): boolean {
  if (/^type\s+[^,]/.test(clause)) return true;
  const names = /^\{(?<names>[^}]+)\}$/.exec(clause)?.groups?.names ?? '';
  return /\S/.test(names) && names.split(',').every((name) => /^\s*(?:type\s.*)?$/.test(name));
}

function resolved(path: string, name: string): string {
  return new URL(name, `file:///${path}`).pathname.slice(1);
}
