/** What SARIF 2.1.0 (OASIS Standard) asks of the parts that we use, as assertions. */

/** Members of an object: whether each must be there, and what its value must be. */
type Shape = Readonly<Record<string, readonly [isRequired: boolean, check: Check]>>;
type Check = (value: unknown, path: string) => void;

/**
 * Asserts that a value is a log of one run, as far as its shape tells.
 *
 * @throws {Error} at the first member that is otherwise.
 */
export function assertSarif(value: unknown): void {
  object(LOG)(value, '$');
}

function hold(isHeld: boolean, text: string): void {
  if (!isHeld) throw new Error(text);
}

function object(shape: Shape): Check {
  return (value, path) => {
    hold(typeof value === 'object' && value !== null && !Array.isArray(value), path);
    const members = new Map<string, unknown>(Object.entries(Object(value)));
    for (const name of members.keys()) hold(name in shape, `${path}.${name} is no member`);
    for (const [name, [isRequired, check]] of Object.entries(shape)) {
      if (members.has(name)) check(members.get(name), `${path}.${name}`);
      else hold(!isRequired, `${path}.${name} is missing`);
    }
  };
}

function list(check: Check, { min = 0, isSet = false } = {}): Check {
  return (value, path) => {
    hold(Array.isArray(value), path);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    hold(items.length >= min, `${path} has ${items.length} items`);
    for (const [at, item] of items.entries()) check(item, `${path}[${at}]`);
    if (isSet) hold(new Set(items.map((item) => JSON.stringify(item))).size === items.length, path);
  };
}

function oneOf(...values: readonly unknown[]): Check {
  return (value, path) => hold(values.includes(value), `${path}: ${JSON.stringify(value)}`);
}

function integer(min: number): Check {
  return (value, path) => {
    hold(Number.isInteger(value) && Number(value) >= min, `${path}: ${JSON.stringify(value)}`);
  };
}

function text(pattern = /^/): Check {
  return (value, path) => {
    hold(typeof value === 'string' && pattern.test(value), `${path}: ${JSON.stringify(value)}`);
  };
}

const some = text(/./s);

/** A relative reference of RFC 3986 §4.2 without query and fragment, that names no host. */
const uri = text(/^(?!\/\/)(?![^/]*:)(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2})*$/);

/** §3.11.5: braces are doubled, but for placeholders, of which we have none; §3.11.6: no links. */
const messageText = text(/^(?!.*\]\()(?:[^{}]|\{\{|\}\})*$/s);
const message = object({ text: [true, messageText] });

const artifactLocation = object({ uri: [true, uri], index: [false, integer(0)] });

/** §3.30: lines and columns from 1, octets from 0. */
const region: Check = object({
  startLine: [true, integer(1)],
  startColumn: [false, integer(1)],
  endLine: [false, integer(1)],
  endColumn: [false, integer(1)],
  byteOffset: [true, integer(0)],
  byteLength: [true, integer(0)],
});

const replacement = object({
  deletedRegion: [true, object({ byteOffset: [true, integer(0)], byteLength: [true, integer(0)] })],
  insertedContent: [false, object({ text: [true, text()] })],
});

const fix = object({
  description: [false, message],
  artifactChanges: [
    true,
    list(
      object({
        artifactLocation: [true, artifactLocation],
        replacements: [true, list(replacement, { min: 1 })],
      }),
      { min: 1, isSet: true },
    ),
  ],
});

const level = oneOf('none', 'note', 'warning', 'error');

const result = object({
  ruleId: [true, text()],
  ruleIndex: [true, integer(0)],
  level: [true, level],
  message: [true, message],
  locations: [
    true,
    list(
      object({
        physicalLocation: [
          true,
          object({ artifactLocation: [true, artifactLocation], region: [false, region] }),
        ],
        logicalLocations: [
          false,
          list(object({ name: [true, some], kind: [true, oneOf('parameter')] }), { isSet: true }),
        ],
      }),
      { min: 1 },
    ),
  ],
  partialFingerprints: [true, object({ 'mimewright/v1': [true, text(/^[0-9a-f]{24}$/)] })],
  fixes: [false, list(fix, { min: 1, isSet: true })],
});

const rule = object({
  id: [true, text()],
  shortDescription: [false, message],
  fullDescription: [false, message],
  help: [false, object({ text: [true, messageText], markdown: [false, messageText] })],
  defaultConfiguration: [false, object({ level: [true, level] })],
  properties: [false, object({ tags: [true, list(some, { isSet: true })] })],
});

const driver = object({
  name: [true, some],
  version: [false, some],
  rules: [true, list(rule, { isSet: true })],
});

const run = object({
  tool: [true, object({ driver: [true, driver] })],
  columnKind: [true, oneOf('utf16CodeUnits', 'unicodeCodePoints')],
  defaultEncoding: [true, oneOf('UTF-8')],
  newlineSequences: [true, list(some, { min: 1, isSet: true })],
  artifacts: [
    true,
    list(object({ location: [true, artifactLocation], length: [false, integer(0)] }), {
      isSet: true,
    }),
  ],
  results: [true, list(result)],
});

const LOG: Shape = {
  $schema: [true, text(/^https:\/\/\S+$/)],
  version: [true, oneOf('2.1.0')],
  runs: [true, list(run, { min: 1 })],
};
