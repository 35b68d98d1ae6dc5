/** The header section of a message after SES: what is replaced, removed and added. */

import { rewrittenField } from '../carrier/rewritten-fields.ts';
import { tagValueFault } from '../carrier/tag.ts';
import { formatDate } from '../header/date-time.ts';
import { finishedPieces } from '../header/finished-body.ts';
import { foldField } from '../header/folding.ts';
import { CRLF, trimBlanks } from '../octets/ascii.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { linesEdit, type TransitEdit } from './transit-edits.ts';
import type { TransitSettings } from './transit-options.ts';
import { PLACEHOLDER, SENDING_ADDRESS, UNSUBSCRIBE_URL } from './transit-placeholder.ts';
import { isPlaceholderSignature, placeholderSignatures } from './transit-signatures.ts';

/** A field that SES writes; where the message lacks it, it goes to the top, to the end or nowhere. */
interface Written {
  readonly name: string;
  readonly body: string;
  readonly missing: 'top' | 'end' | 'nowhere';
}

/** With the two slots of the tags `ses:feedback-id-a` and `-b`, or as it was before there were any. */
const SES_FEEDBACK_ID = /^(?:([\w.@-]{0,255}):([\w.@-]{0,255}):)?1\.[a-z0-9-]+\.[^: ]+:AmazonSES$/;
const FEEDBACK_TAG = /(?:^|,)[ \t]*ses:feedback-id-([ab])[ \t]*=[ \t]*([^, \t]*)/g;

/** The edits of the header section of the message itself. */
export function fieldEdits(root: Entity, settings: TransitSettings): readonly TransitEdit[] {
  const written = new Map(
    writtenFields(root, settings).map((field) => [field.name.toLowerCase(), field]),
  );
  const seen = new Set<string>();
  const names: string[] = [];
  const edits: TransitEdit[] = [];
  for (const field of root.fields) {
    const { lowerName, span } = field;
    const replaced = written.get(lowerName);
    if (isRemoved(field, settings) || (replaced !== undefined && seen.has(lowerName))) {
      edits.push(linesEdit(span, ''));
      continue;
    }
    // The first field starts no line where a byte order mark stands before it.
    if (replaced !== undefined) {
      edits.push({ ...linesEdit(span, lineOf(replaced)), startsLine: false });
    }
    seen.add(lowerName);
    names.push(lowerName);
  }
  const absent = [...written.values()].filter(({ name }) => !seen.has(name.toLowerCase()));
  return [...edits, ...addedLines(root, settings, absent, names)];
}

/** In the order in which SES was seen to add what is missing. */
function writtenFields(root: Entity, settings: TransitSettings): readonly Written[] {
  const { now, messageId, returnPath, listManagement } = settings;
  const day = now.toISOString().slice(0, 10).replaceAll('-', '.');
  const feedbackId = feedbackIdOf(root, settings);
  return [
    { name: 'Return-Path', body: `<${returnPath}>`, missing: 'top' },
    { name: 'Bounces-To', body: `<${returnPath}>`, missing: 'nowhere' },
    ...(listManagement ? UNSUBSCRIBE_FIELDS : []),
    { name: 'Message-ID', body: `<${messageId}>`, missing: 'end' },
    { name: 'Date', body: formatDate(now), missing: 'end' },
    { name: 'X-SES-Outgoing', body: `${day}-${SENDING_ADDRESS}`, missing: 'end' },
    ...(feedbackId === undefined ? [] : [feedbackId]),
  ];
}

const UNSUBSCRIBE_FIELDS: readonly Written[] = [
  { name: 'List-Unsubscribe', body: `<${UNSUBSCRIBE_URL}>`, missing: 'end' },
  { name: 'List-Unsubscribe-Post', body: 'List-Unsubscribe=One-Click', missing: 'end' },
];

/** Undefined where the author's own stays. */
function feedbackIdOf(root: Entity, settings: TransitSettings): Written | undefined {
  const bodies = root.fieldsNamed('feedback-id').map((field) => trimBlanks(field.unfolded()));
  const isOwn = bodies.some((body) => !SES_FEEDBACK_ID.test(body));
  if (isOwn && settings.keepsFeedbackId) return undefined;
  const [, oldA = '', oldB = ''] = SES_FEEDBACK_ID.exec(bodies[0] ?? '') ?? [];
  const tags = new Map([
    ['a', oldA],
    ['b', oldB],
  ]);
  const field = root.field('x-ses-message-tags');
  for (const [, slot = '', value = ''] of field?.unfolded().matchAll(FEEDBACK_TAG) ?? []) {
    if (tagValueFault(value) === undefined) tags.set(slot, value);
  }
  const { region } = settings;
  const body = `${[...tags.values()].join(':')}:1.${region}.${PLACEHOLDER}:AmazonSES`;
  return { name: 'Feedback-ID', body, missing: 'end' };
}

/** What SES reads and takes out; what it only adds, and Bcc, is another matter. */
function isRemoved(field: HeaderField, { removesBcc }: TransitSettings): boolean {
  const { lowerName } = field;
  if (lowerName === 'bcc') return removesBcc;
  return rewrittenField(lowerName)?.change === 'removed' || isPlaceholderSignature(field);
}

/**
 * Signatures and Return-Path go before all fields (RFC 6376 §5.6, RFC 5321 §4.4), the others behind
 * them (observed); the empty line behind, where there is none.
 */
function addedLines(
  { fields, headerSection, body }: Entity,
  { signingDomain }: TransitSettings,
  absent: readonly Written[],
  names: readonly string[],
): readonly TransitEdit[] {
  const atTop = absent.filter(({ missing }) => missing === 'top');
  const atEnd = absent.filter(({ missing }) => missing === 'end');
  const allNames = [...names, ...atEnd.map(({ name }) => name)];
  const top = atTop.map(lineOf).join('') + placeholderSignatures(allNames, signingDomain);
  const separator = body.start === headerSection.end ? CRLF : '';
  const bottom = atEnd.map(lineOf).join('') + separator;
  const { end } = headerSection;
  const atHeaderEnd = (lines: string): TransitEdit => linesEdit({ start: end, end }, lines);
  const [first] = fields;
  // A byte order mark, and what else may stand before fields, does not go before these.
  if (first === undefined) return [linesEdit(headerSection, ''), atHeaderEnd(top + bottom)];
  const start = first.lowerName === 'return-path' ? first.span.end : first.span.start;
  const place = { start, end: start };
  return [{ ...linesEdit(place, top), startsLine: false }, atHeaderEnd(bottom)];
}

function lineOf({ name, body }: Written): string {
  return foldField(name, finishedPieces(body), { keepsFirst: false });
}
