/** The bodies that SES edits, for tracking and list management, and encodes anew. */

import { CRLF } from '../octets/ascii.ts';
import { OwnEntities } from '../preflight/own-entities.ts';
import { shownParts } from '../preflight/shown-parts.ts';
import type { Entity } from '../reader/entity.ts';
import { hasTextLines } from '../recode/leaf-body.ts';
import { normalizeLineEnds } from '../recode/line-ends.ts';
import { encodeBase64 } from '../transfer/base64-encoding.ts';
import { decodeText } from '../transfer/charset.ts';
import { chooseTransferEncoding } from '../transfer/choice.ts';
import { encodeQuotedPrintable } from '../transfer/quoted-printable-encoding.ts';
import { linesEdit, type TransitEdit } from './transit-edits.ts';
import { addPixel, OPEN_MARKER, TRACKED_LINKS_MAX, trackLinks } from './transit-html.ts';
import type { TransitSettings } from './transit-options.ts';
import { UNSUBSCRIBE_URL } from './transit-placeholder.ts';

/** Replaced in the text parts, where list management is in use; more than two stay. (documented) */
const UNSUBSCRIBE_MARKER = '{{amazonSESUnsubscribeUrl}}';
const UNSUBSCRIBE_MARKERS_MAX = 2;

const ENCODINGS: readonly string[] = ['7bit', '8bit', 'binary', 'base64', 'quoted-printable'];

/** Octets that look like ASCII may be halves of other characters there. */
const STATEFUL_CHARSET = /^(?:iso-2022|hz|utf-7)/i;
const ASCII_SAMPLE: Buffer = Buffer.from('<a href="{{x}}">');

/** Fields that name encodings go before the fields of SES, bodies behind them. */
export interface BodyEdits {
  readonly labels: readonly TransitEdit[];
  readonly bodies: readonly TransitEdit[];
}

/** The edits of the parts that people are shown as text; attachments and attached messages stay. */
export function bodyEdits(message: Buffer, root: Entity, settings: TransitSettings): BodyEdits {
  const { tracking, listManagement } = settings;
  if (!tracking && !listManagement) return { labels: [], bodies: [] };
  const own = new OwnEntities(root);
  const { plain, html } = shownParts(own);
  const changed = new Map<Entity, string>();
  for (const entity of [...plain, ...html].filter(isEditable)) {
    const text = Buffer.from(entity.octets()).toString('latin1');
    changed.set(entity, listManagement ? withUnsubscribeUrls(text) : text);
  }
  if (tracking) trackAll(html.filter(isEditable), changed);
  const edits = [...changed].flatMap(([entity, text]) => {
    const content = Buffer.from(text, 'latin1');
    if (content.equals(entity.octets())) return [];
    return [rewritten({ message, root, own }, entity, content)];
  });
  return {
    labels: edits.flatMap(({ labels }) => labels),
    bodies: edits.flatMap(({ bodies }) => bodies),
  };
}

function isEditable({ text, charset = 'utf-8', transferEncoding }: Entity): boolean {
  if (text === undefined || !ENCODINGS.includes(transferEncoding)) return false;
  if (STATEFUL_CHARSET.test(charset)) return false;
  return decodeText(ASCII_SAMPLE, charset)?.text === ASCII_SAMPLE.toString();
}

function withUnsubscribeUrls(text: string): string {
  let left = UNSUBSCRIBE_MARKERS_MAX;
  return text.replaceAll(UNSUBSCRIBE_MARKER, (marker) => {
    left -= 1;
    return left < 0 ? marker : UNSUBSCRIBE_URL;
  });
}

/** The links of all HTML parts, and the pixel in the first that has its marker, else in the first. */
function trackAll(parts: readonly Entity[], texts: Map<Entity, string>): void {
  const withMarker = parts.find((part) => texts.get(part)?.includes(OPEN_MARKER));
  const withPixel = withMarker ?? parts[0];
  let allowed = TRACKED_LINKS_MAX;
  for (const part of parts) {
    const { html, links } = trackLinks(texts.get(part) ?? '', allowed);
    allowed -= links;
    const shown = part === withPixel ? addPixel(html) : html;
    texts.set(part, shown.replaceAll(OPEN_MARKER, ''));
  }
}

interface Surroundings {
  readonly message: Buffer;
  readonly root: Entity;
  readonly own: OwnEntities;
}

/** The body in its new form, and the field that names its encoding. */
function rewritten(
  { message, root, own }: Surroundings,
  entity: Entity,
  content: Buffer,
): BodyEdits {
  const { body, headerSection, transferEncodingField: label } = entity;
  const isText = entity.transferEncoding !== 'base64' && hasTextLines(entity);
  const boundaries = [...own.around(entity)].flatMap(({ boundary }) => boundary ?? []);
  const { octets, encoding } = encoded(content, isText, boundaries);
  const isLast = body.end === message.length && encoding === 'base64';
  const replacement = isLast ? Buffer.concat([octets, Buffer.from(CRLF)]) : octets;
  const line = `Content-Transfer-Encoding: ${encoding}${CRLF}`;
  const { end } = headerSection;
  // The message itself gets its empty line from those who write its fields.
  const separator = entity !== root && body.start === end ? CRLF : '';
  const isNew = label === undefined && encoding !== '7bit';
  const version = entity === root && isNew && !root.field('mime-version') ? VERSION : '';
  const inserted = version + (isNew ? line : '') + separator;
  const isRenamed = label !== undefined && entity.transferEncoding !== encoding;
  return {
    labels: [
      ...(isRenamed ? [linesEdit(label.span, line)] : []),
      ...(inserted === '' ? [] : [linesEdit({ start: end, end }, inserted)]),
    ],
    bodies: [{ ...body, replacement }],
  };
}

const VERSION = `MIME-Version: 1.0${CRLF}`;

/** What was in base64 stays so; no line of the new body is a boundary delimiter. */
function encoded(
  content: Buffer,
  isText: boolean,
  boundaries: readonly string[],
): { readonly octets: Buffer; readonly encoding: string } {
  const lines = isText ? Buffer.from(normalizeLineEnds(content)) : content;
  const { encoding } = chooseTransferEncoding({ content: lines, isText });
  if (encoding !== 'base64') {
    const octets =
      encoding === '7bit' ? lines : Buffer.from(encodeQuotedPrintable(lines, { isText }));
    if (!boundaries.some((boundary) => octets.includes(`--${boundary}`)))
      return { octets, encoding };
  }
  return { octets: Buffer.from(encodeBase64(lines)), encoding: 'base64' };
}
