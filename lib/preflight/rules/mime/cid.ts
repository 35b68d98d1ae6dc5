/** Parts that HTML shows by `cid:`: RFC 2392, RFC 2387. */

import { quoted } from '../../../errors.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import type { CidReference } from '../../cid-survey.ts';
import type { MessageFacts } from '../../facts.ts';
import { isAttachment, isMultipart, type OwnEntities } from '../../own-entities.ts';
import { everywhere, type MessageRule, type Site } from '../../rule.ts';
import { typeSite } from '../../type-site.ts';
import { TextPlaces } from './text-places.ts';

export const cidRules: readonly MessageRule[] = [
  {
    // No error: a reply that dropped the pictures of what it quotes is like this.
    kind: 'message',
    id: 'mime/cid-unresolved',
    aliases: ['ses/attachment-content-id'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Each cid: URL in HTML names a part of the message',
    remedy: 'Embed the part with this Content-ID, or take the reference out.',
    sources: ['RFC 2392 §2'],
    check(facts, report) {
      const { references } = facts.cids;
      if (references.length === 0 || !facts.own.isSound) return;
      const isLost = ({ target, leaf }: CidReference) =>
        target === undefined && leaf.contentDefects.length === 0;
      for (const { url, site } of placed(facts, references.filter(isLost))) {
        report(site, `${quoted(url)} names no part of the message; nothing is shown there`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/cid-with-angles',
    aliases: [],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'A cid: URL names a Content-ID without its angle brackets',
    remedy: 'Write the id without "<" and ">" in HTML; they belong to the Content-ID field alone.',
    sources: ['RFC 2392 §2'],
    check(facts, report) {
      const { references } = facts.cids;
      if (references.length === 0) return;
      const isBracketed = ({ target, hasAngles }: CidReference) =>
        hasAngles && target !== undefined;
      for (const { url, site } of placed(facts, references.filter(isBracketed))) {
        report(site, `${quoted(url)} with the angle brackets of the field`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/cid-unused',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'HTML shows each part that is embedded with it',
    remedy: 'Refer to the part by cid:, or attach it beside the HTML, or take it out.',
    sources: ['RFC 2387 §4'],
    check(facts, report) {
      for (const part of unusedParts(facts)) {
        const field = fieldNamed(part.fields, 'content-id');
        const [msgId] = field?.msgIds ?? [];
        if (field === undefined || msgId === undefined || isAttachment(part)) continue;
        const message = `no HTML shows the part ${quoted(msgId.id)}; readers show it as a stray file`;
        report({ ...msgId.span, entity: part, field }, message);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/related-has-attachment',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A multipart/related holds only what its HTML shows',
    remedy: 'Move the attachment out, into a multipart/mixed around the multipart/related.',
    sources: ['RFC 2387 §4'],
    check(facts, report) {
      for (const part of unusedParts(facts)) {
        const field = fieldNamed(part.fields, 'content-disposition');
        if (field === undefined || !isAttachment(part) || field.defects.length > 0) continue;
        const end = field.offsetOf(field.unfolded().search(/\S/) + 'attachment'.length);
        const message = 'an attachment in a multipart/related; some readers hide it';
        report({ start: end - 'attachment'.length, end, entity: part, field }, message);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/cid-not-in-related',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'What HTML shows by cid: is in one multipart/related with it',
    remedy: 'Put the HTML and the parts that it shows into a multipart/related.',
    sources: ['RFC 2387 §1', 'RFC 2387 §2'],
    check(facts, report) {
      const { references } = facts.cids;
      if (references.length === 0) return;
      const own = facts.own;
      const told = new Set<Entity>();
      for (const { leaf, url, target } of references) {
        if (target === undefined || told.has(target) || areRelated(own, leaf, target)) continue;
        told.add(target);
        const message = `the part that ${quoted(url)} shows is in no multipart/related with the HTML`;
        report(idSite(target), `${message}; readers list it as an attachment too`);
      }
    },
  },
];

/** References with the octets of the message that they are written in. */
function* placed(
  facts: MessageFacts,
  references: readonly CidReference[],
): Generator<{ readonly url: string; readonly site: Site }, void, undefined> {
  let last: { readonly leaf: Entity; readonly places: TextPlaces } | undefined;
  for (const { leaf, url, start, end } of references) {
    if (last?.leaf !== leaf) last = { leaf, places: new TextPlaces(facts, leaf) };
    yield { url, site: { ...last.places.place({ start, end }), entity: leaf } };
  }
}

/** Parts of a multipart/related around HTML, all read without doubt, that nothing refers to. */
function* unusedParts(facts: MessageFacts): Generator<Entity, void, undefined> {
  const own = facts.own;
  // A part may be what a reference that leads nowhere was to name.
  if (facts.cids.references.some(({ target }) => target === undefined)) return;
  for (const related of own.ofType('multipart/related')) {
    const [root, ...others] = related.parts;
    if (root === undefined || !own.isSound || !showsHtml(root)) continue;
    for (const part of others) {
      const { type } = part.mediaType;
      if (type === 'multipart' || (type === 'text' && !isAttachment(part))) continue;
      if (fieldNamed(part.fields, 'content-location') !== undefined) continue;
      if (!facts.cids.isUsed(part)) yield part;
    }
  }
}

function showsHtml(entity: Entity): boolean {
  if (isMultipart(entity)) return entity.parts.some(showsHtml);
  const { mediaType, text } = entity;
  return mediaType.essence === 'text/html' && text !== undefined && !hasContentDefects(entity);
}

function hasContentDefects({ contentDefects }: Entity): boolean {
  return contentDefects.length > 0;
}

function areRelated(own: OwnEntities, html: Entity, target: Entity): boolean {
  for (const multipart of own.around(html)) {
    if (multipart.mediaType.subtype !== 'related') continue;
    const { start, end } = multipart.span;
    if (target.span.start >= start && target.span.end <= end) return true;
  }
  return false;
}

function idSite(entity: Entity): Site {
  const field = fieldNamed(entity.fields, 'content-id');
  const [msgId] = field?.msgIds ?? [];
  if (field === undefined || msgId === undefined) return typeSite(entity);
  return { ...msgId.span, entity, field };
}
