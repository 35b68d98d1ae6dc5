/** What mends a fault, by rule: a rule that stands here is fixable. */

/**
 * How a fault is mended.
 *
 * `line-ends`: all outside bodies that are encoded become CRLF. `start`: what stands before the first
 * field goes. `layout`: the field is folded anew. `value`: it is written anew from what it says.
 * `lines`: either of those in a field, `body` elsewhere. `removal`: the field goes. `label`: the
 * transfer encoding is named anew. `body`: the leaf is encoded anew. `version`: MIME-Version is
 * written; `message-id`: a Message-ID is, where the caller gives a domain. `separator`: the empty line is. `close`: the close delimiter is.
 */
export type Cure =
  | 'body'
  | 'close'
  | 'label'
  | 'layout'
  | 'line-ends'
  | 'lines'
  | 'message-id'
  | 'removal'
  | 'separator'
  | 'start'
  | 'value'
  | 'version';

const RULES: Readonly<Record<Exclude<Cure, 'message-id'>, readonly string[]>> = {
  'line-ends': [
    'rfc5322/bare-cr',
    'rfc5322/bare-lf',
    'rfc5322/lf-only',
    'rfc5322/no-final-crlf',
    'rfc5322/smuggling-sequence',
  ],
  start: ['rfc5322/bom-at-start', 'rfc5322/leading-blank-line', 'rfc5322/mbox-from-line'],
  layout: [
    'encoding/encoded-word-line-too-long',
    'mime/header-case',
    'rfc5322/header-trailing-whitespace',
    'rfc5322/no-space-after-colon',
    'rfc5322/space-before-colon',
    'rfc5322/whitespace-only-fold',
  ],
  value: [
    'address/display-name-empty',
    'address/no-space-before-angle',
    'address/non-ascii-domain',
    'address/semicolon-separator',
    'address/source-route',
    'address/unquoted-dot',
    'address/unquoted-soft-specials',
    'address/unquoted-specials',
    'encoding/encoded-word-in-parameter',
    'encoding/encoded-word-in-quoted-string',
    'encoding/encoded-word-needless',
    'encoding/encoded-word-not-separated',
    'encoding/encoded-word-q-unsafe',
    'encoding/encoded-word-split-char',
    'encoding/encoded-word-too-long',
    'encoding/raw-8bit-header',
    'mime/parameter-empty',
    'mime/parameter-extended-first',
    'mime/parameter-trailing-semicolon',
    'mime/parameter-unquoted',
    'mime/version-invalid',
    'rfc5322/date-obsolete',
    'rfc5322/date-weekday-mismatch',
    'rfc5322/fold-inside-token',
    'rfc5322/obsolete-syntax',
  ],
  lines: ['rfc5322/line-too-long'],
  removal: ['rfc5322/duplicate-header', 'rfc5322/empty-field', 'ses/header-once-only'],
  label: [
    'encoding/8bit-declared-ascii-content',
    'encoding/binary-cte',
    'encoding/cte-on-composite',
    'encoding/cte-syntax',
  ],
  body: [
    'encoding/7bit-violation',
    'encoding/8bit-on-7bit-transport',
    'encoding/base64-blank-line',
    'encoding/base64-line-length',
    'encoding/base64-noncanonical',
    'encoding/from-line',
    'encoding/lone-dot-line',
    'encoding/nul',
    'encoding/qp-bad-escape',
    'encoding/qp-dangling-soft-break',
    'encoding/qp-line-length',
    'encoding/qp-lowercase-hex',
    'encoding/qp-on-binary',
    'encoding/qp-raw-control',
    'encoding/qp-trailing-whitespace',
    'encoding/trailing-whitespace',
  ],
  version: ['mime/version-missing'],
  separator: ['mime/part-missing-separator', 'rfc5322/missing-separator'],
  close: ['mime/multipart-unterminated'],
};

const ENTRIES: readonly (readonly [Cure, readonly string[]])[] = [
  ['body', RULES.body],
  ['close', RULES.close],
  ['label', RULES.label],
  ['layout', RULES.layout],
  ['line-ends', RULES['line-ends']],
  ['lines', RULES.lines],
  ['removal', RULES.removal],
  ['separator', RULES.separator],
  ['start', RULES.start],
  ['value', RULES.value],
  ['version', RULES.version],
];

/** The cure of each fixable rule, by its id. */
export const cures: ReadonlyMap<string, Cure> = new Map(
  ENTRIES.flatMap(([cure, ids]) => ids.map((id) => [id, cure] as const)),
);
