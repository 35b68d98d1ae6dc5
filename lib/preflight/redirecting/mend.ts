/** What SES would refuse in a foreign message, written so that it does not. */

import { isUtf8 } from 'node:buffer';
import { formatField } from '../../header/field-format.ts';
import { CRLF } from '../../octets/ascii.ts';
import type { Entity } from '../../reader/entity.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import { ADDRESS_FIELDS } from '../address-field.ts';
import { inOrderAt } from '../in-order.ts';
import type { Finding, MessagePlace, Report } from '../report.ts';
import { mailboxesOf, sendableAddresses, UNDISCLOSED } from './addresses.ts';
import { dispositionField, mediaTypeField } from './content.ts';
import type { Change, Deed, Edit } from './edit.ts';

/** Address fields that hold one mailbox. */
const SINGLE: ReadonlySet<string> = new Set(['sender', 'return-path']);

/**
 * The edits that take away what the report says SES would refuse; several findings may share one.
 *
 * What is refused for what the message is, and not for how it is written, stays: its size, the
 * number of its parts, the kind of its files.
 */
export function mendingChanges(
  octets: Buffer,
  root: Entity,
  { findings }: Report,
  placeOf: (at: MessagePlace) => Deed['at'],
): readonly Change[] {
  const tree = { octets, root, entities: [...root.walk()] };
  const edits = new Map<string, Edit>();
  return findings.flatMap((finding) => {
    const { rule, at, ses } = finding;
    if (ses?.refuses !== true || at.in === 'option') return [];
    const mend = mendOf(rule, at, tree);
    if (mend === undefined) return [];
    const key = `${rule} ${mend.edit.start}`;
    const edit = edits.get(key) ?? mend.edit;
    edits.set(key, edit);
    return [{ edit, deed: deedFrom(finding, placeOf(mend.at)) }];
  });
}

/** A finding as a deed: what it says was wrong is so no longer. */
export function deedFrom({ rule, severity, message, remedy, ses }: Finding, at: Deed['at']): Deed {
  return { rule, severity, message, remedy, at, ...(ses !== undefined && { ses }) };
}

/** The place of a finding, as far as a deed has one. */
export function samePlace({ start, end, part, field }: MessagePlace): Deed['at'] {
  return { start, end, ...(part !== undefined && { part }), ...(field !== undefined && { field }) };
}

interface Tree {
  readonly octets: Buffer;
  readonly root: Entity;
  /** In the order of the message. */
  readonly entities: readonly Entity[];
}

/** An edit, and where it is told: at the fault, or at the field that is changed for it. */
interface Mend {
  readonly edit: Edit;
  readonly at: MessagePlace;
}

function mendOf(rule: string, at: MessagePlace, tree: Tree): Mend | undefined {
  if (rule === 'rfc5322/missing-separator') {
    return { edit: { start: at.start, end: at.start, replacement: CRLF }, at };
  }
  if (rule === 'mime/multipart-no-delimiter') return textLabel(at, tree);
  const found = fieldAt(at, tree);
  const edit = found && fieldEdit(rule, found, tree);
  return edit && { edit, at };
}

function fieldEdit(rule: string, { entity, field }: FieldSite, tree: Tree): Edit | undefined {
  const { lowerName, span } = field;
  if (/^(?:rfc5322\/(?:duplicate-header|field-name-empty)|ses\/header-once-only)$/.test(rule)) {
    return { ...span, replacement: '' };
  }
  if (rule === 'ses/charset-unknown') return { ...span, replacement: relabelled(entity, field) };
  if (entity === tree.root && ADDRESS_FIELDS.has(lowerName)) {
    return { ...span, replacement: sendableField(field) };
  }
  if (!rule.startsWith('mime/')) return undefined;
  if (lowerName === 'content-disposition') return { ...span, replacement: dispositionField(field) };
  return lowerName === 'content-type' ? { ...span, replacement: mediaTypeField(field) } : undefined;
}

interface FieldSite {
  readonly entity: Entity;
  readonly field: HeaderField;
}

/** What a field lacks at the end of the message is told of behind it. */
function fieldAt({ start, field: name }: MessagePlace, { entities }: Tree): FieldSite | undefined {
  for (const entity of entities) {
    for (const offset of name === undefined ? [start] : [start, start - 1]) {
      const field = inOrderAt(entity.fields, offset, ({ span }) => span);
      if (field !== undefined && field.name === (name ?? field.name)) return { entity, field };
    }
  }
  return undefined;
}

/** The addresses of a field that can be sent; a To that is left without stands for nobody known. */
function sendableField({ name, lowerName, addresses }: HeaderField): string {
  const all = sendableAddresses(addresses);
  const sendable = SINGLE.has(lowerName) ? mailboxesOf(all).slice(0, 1) : all;
  if (sendable.length > 0) return formatField({ kind: 'addresses', name, addresses: sendable });
  if (lowerName !== 'to') return '';
  return formatField({ kind: 'addresses', name, addresses: [UNDISCLOSED] });
}

/** A charset that nobody knows gives way to the one that readers take the text for. */
function relabelled({ charset = 'utf-8' }: Entity, field: HeaderField): string {
  return mediaTypeField(field, { charset: charset.toLowerCase() });
}

/** A multipart without parts is the text that stands there. */
function textLabel(at: MessagePlace, { octets, entities }: Tree): Mend | undefined {
  const entity = entities.find(
    ({ body, defects }) =>
      body.start === at.start && defects.some(({ code }) => code === 'multipart-no-delimiter'),
  );
  const field = entity?.field('content-type');
  if (entity === undefined || field === undefined) return undefined;
  const { span, name } = field;
  const { start, end } = entity.body;
  const charset = isUtf8(octets.subarray(start, end)) ? 'utf-8' : 'iso-8859-1';
  const replacement = `${name}: text/plain; charset=${charset}${CRLF}`;
  return { edit: { ...span, replacement }, at: { ...at, ...span, field: name } };
}
