/** The import table: what each room under `lib/` may import, and the one door of each dependency. */

import { type Import, importsOf, type Source } from './source.ts';

const upToOctets = ['octets', 'errors'];
const upToModel = ['model', ...upToOctets];
const upToTransfer = ['transfer', ...upToModel];
const upToHeader = ['header', ...upToTransfer];
const upToCarrier = ['carrier', ...upToHeader];
const upToReader = ['reader', ...upToHeader];

/** Rooms in the order of the house; a room may always import itself. `carrier` has no model. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  octets: ['errors'],
  model: upToOctets,
  transfer: upToModel,
  header: upToTransfer,
  carrier: ['header', ...upToOctets],
  reader: upToHeader,
  recode: upToReader,
  builder: ['encoder', 'serializer', ...upToCarrier],
  encoder: ['recode', ...upToHeader],
  serializer: upToTransfer,
  dkim: ['reader', ...upToCarrier],
  preflight: ['recode', 'dkim', 'reader', ...upToCarrier],
  ses: ['preflight', 'recode', 'dkim', 'reader', ...upToCarrier],
  report: ['preflight', ...upToOctets],
};
const core = Object.keys(rooms);
const table: typeof rooms = {
  ...rooms,
  testing: core,
  public: [...core, 'testing'],
  cli: ['public'],
};

/** Each dependency, the files that are its door, and the form in which they name it. */
const doors: readonly { name: RegExp; door: RegExp; isLoadedLate?: true }[] = [
  { name: /^iconv-lite$/, door: /^lib\/transfer\/charset\.ts$/, isLoadedLate: true },
  { name: /^punycode\/punycode\.js$/, door: /^lib\/header\/domain\.ts$/ },
  { name: /^fast-check$/, door: /^lib\/testing\// },
  { name: /^picomatch$/, door: /^lib\/cli\/glob-match\.ts$/ },
];

/** What the core takes of Node: nothing that reads a file, the network, the environment or a clock. */
const coreModules = ['node:buffer', 'node:crypto', 'node:module', 'node:net'];
const netNames = /^(?:type\s+)?\{\s*isIP(?:v[46])?(?:\s*,\s*isIP(?:v[46])?)*\s*,?\s*\}$/;

/** What every room may use: the error class, and the checks of arguments that throw it. */
const commonFiles = ['errors.ts', 'arguments.ts'];

/** The room of a file: a folder, `errors`, or `public` for the other files right under `lib/`. */
export function roomOf(path: string): string {
  const [, name = '', below] = path.split('/');
  if (below !== undefined) return name;
  return commonFiles.includes(name) ? 'errors' : 'public';
}

/** Whether a folder under `lib/` is a room of the table. */
export function isRoom(name: string): boolean {
  return name !== 'public' && name !== 'errors' && name in table;
}

/** What the import lines of the files under `lib/` do against the table. */
export function importViolations(lib: readonly Source[]): readonly string[] {
  return lib.flatMap((source) => {
    const room = roomOf(source.path);
    if (!(room in table)) return [`${source.path}: ${room}/ is not a room of the table`];
    return importsOf(source).flatMap((imported) => {
      const fault = imported.isRelative
        ? relativeFault(room, imported)
        : packageFault(source.path, room, imported);
      return fault === undefined ? [] : [`${source.path}: ${imported.target}: ${fault}`];
    });
  });
}

function relativeFault(room: string, { target, isTypeOnly }: Import): string | undefined {
  if (!target.startsWith('lib/')) return 'outside lib/';
  if (!target.endsWith('.ts')) return 'a relative import ends in .ts';
  const other = roomOf(target);
  if (other !== room && !table[room]?.includes(other)) return `${room} may not import ${other}`;
  if (room === 'report' && other === 'preflight' && !isTypeOnly) return 'report takes types only';
  return undefined;
}

function packageFault(path: string, room: string, imported: Import): string | undefined {
  const { target, isStatic, isTypeOnly, clause } = imported;
  if (target.startsWith('node:')) {
    if (room === 'cli') return undefined;
    if (!coreModules.includes(target)) return 'only cli/ may import it';
    return target === 'node:net' && !netNames.test(clause) ? 'only isIP of it' : undefined;
  }
  const found = doors.find(({ name }) => name.test(target));
  if (found === undefined) return 'no dependency of ours, or not in this form';
  if (!found.door.test(path)) return 'not its door';
  return found.isLoadedLate && isStatic && !isTypeOnly ? 'loaded when first needed' : undefined;
}

/** The import cycles between files, types included; each as the way round it. */
export function cycleViolations(lib: readonly Source[]): readonly string[] {
  const targets = new Map(lib.map((source) => [source.path, importsOf(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`${[...trail.slice(start), path].join(' -> ')}: a cycle`);
    if (start >= 0 || done.has(path)) return;
    for (const { target } of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of lib) visit(path, []);
  return found;
}
