/** What can be mended of a message, gathered from its findings. */

import { isBlank } from '../../octets/ascii.ts';
import type { Span } from '../../octets/span.ts';
import type { DefectCode } from '../../reader/defect.ts';
import type { Entity } from '../../reader/entity.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import { hasLoneCrOrLf } from '../../transfer/survey.ts';
import type { MessageFacts } from '../facts.ts';
import type { Rule, Site } from '../rule.ts';
import { siteOf } from '../site.ts';
import { becomingSevenBit } from './composite-labels.ts';
import { type Cure, cures } from './cures.ts';
import { byPlace, type Edit, edited, type Region } from './edit.ts';
import type { EntityCure } from './entity-region.ts';
import type { FieldCure } from './field-region.ts';
import type { Leave } from './leave.ts';
import { LineEndRegion } from './line-end-region.ts';
import { holdsLineEnds, Regions } from './regions.ts';
import { maySayNothing, surplusFields } from './removal.ts';
import { Sealed } from './sealed.ts';
import { StartRegion } from './start-region.ts';

/** Says, once all findings are taken, what mends one of them; undefined where nothing does. */
export type Mended = () => Region | undefined;

/** A fault in its place, with all that is needed to mend it. */
interface Fault {
  readonly rule: Rule;
  readonly site: Site;
  readonly entity: Entity;
  readonly field: HeaderField | undefined;
}

const NOTHING: Mended = () => undefined;
const MESSAGE_ID_MISSING = 'rfc5322/message-id-missing';
const BYTE_ORDER_MARK_OCTETS = 3;

/** Regions by what they are of; no edit of one overlaps an edit of another. */
export class Mending {
  readonly #facts: MessageFacts;
  readonly #leave: Leave;
  readonly #sealed: Sealed;
  readonly #regions: Regions;
  readonly #surplus = new Map<string, ReadonlyMap<HeaderField, HeaderField>>();
  #lineEnds: LineEndRegion | undefined;
  #areLineEndsSealed: boolean | undefined;
  readonly #taken: Mended[] = [];
  #isSettled = false;
  /** The header section only starts behind what stands before it: all else was read amiss. */
  #isFalseStart = false;
  #edits: readonly Edit[] | undefined;

  constructor(facts: MessageFacts, leave: Leave = {}) {
    this.#facts = facts;
    this.#leave = leave;
    this.#sealed = new Sealed(facts, leave.dropsSignature === true);
    this.#regions = new Regions(facts, this.#sealed, leave.domain);
  }

  /** Takes a finding; undefined where its rule is not fixable. */
  take(rule: Rule, site: Site): Mended | undefined {
    const cure = this.#cureOf(rule);
    if (cure === undefined) return undefined;
    if (this.#sealed.has(site.start)) return NOTHING;
    const { entity = this.#facts.root, field } = site.entity ? site : siteOf(this.#facts, site);
    const mended = this.#takers[cure]({ rule, site, entity, field });
    const unlessFalse: Mended = () =>
      this.#isFalseStart && cure !== 'start' ? undefined : mended();
    this.#taken.push(unlessFalse);
    return () => {
      this.#settle();
      return unlessFalse();
    };
  }

  #cureOf({ id }: Rule): Cure | undefined {
    return id === MESSAGE_ID_MISSING && this.#leave.domain !== undefined
      ? 'message-id'
      : cures.get(id);
  }

  /** The message with all that can be mended mended; its very octets where nothing is. */
  get mended(): Buffer {
    this.#settle();
    const { octets } = this.#facts;
    const mendsLineEnds = this.#lineEnds !== undefined && !this.#isFalseStart;
    const edits = [...this.#otherEdits, ...(mendsLineEnds ? (this.#lineEnds?.final ?? []) : [])];
    if (edits.length === 0 && !(mendsLineEnds && hasLoneCrOrLf(octets))) return octets;
    return edited(octets, [...edits, ...this.#signatureEdits].sort(byPlace), mendsLineEnds);
  }

  /** The DKIM signatures that go when something is mended. */
  get signatures(): readonly HeaderField[] {
    return this.#leave.dropsSignature === true ? this.#facts.fieldsNamed('dkim-signature') : [];
  }

  get #signatureEdits(): readonly Edit[] {
    return this.signatures.map(({ span }) => ({ ...span, replacement: new Uint8Array(0) }));
  }

  readonly #takers: Readonly<Record<Cure, (fault: Fault) => Mended>> = {
    body: (fault) => this.#takeBody(fault),
    close: ({ site, entity }) => this.#takeClose(site, entity),
    label: (fault) => this.#takeLabel(fault),
    'message-id': ({ entity }) => this.#takeEntity(entity, 'message-id'),
    layout: (fault) => this.#takeField(fault, 'layout'),
    'line-ends': ({ rule }) => this.#takeLineEnds(rule),
    lines: (fault) => (fault.field ? this.#takeField(fault, 'layout') : this.#takeBody(fault)),
    removal: ({ field }) => this.#takeRemoval(field),
    separator: (fault) => this.#takeSeparator(fault),
    start: ({ rule, site }) => this.#takeStart(rule, site),
    value: (fault) => this.#takeField(fault, 'value'),
    version: (fault) =>
      fault.field ? this.#takeField(fault, 'value') : this.#takeEntity(fault.entity, 'version'),
  };

  #takeField({ rule, entity, field }: Fault, cure: FieldCure): Mended {
    if (field === undefined) return NOTHING;
    if (field === entity.transferEncodingField) return this.#takeEntity(entity, 'label');
    const region = this.#regions.ofField(field);
    region.want(cure);
    return () => (region.mends(cure, codesOf(rule)) ? region : undefined);
  }

  #takeRemoval(field: HeaderField | undefined): Mended {
    const surplus = field && this.#surplusFor(field);
    // Without any field, the body would be taken for one.
    if (surplus === undefined || this.#facts.root.fields.length === 1) return NOTHING;
    const region = this.#regions.ofField(surplus);
    region.want('removal');
    return () => region;
  }

  #surplusFor(field: HeaderField): HeaderField | undefined {
    if (isBlank(field.unfolded()) && maySayNothing(field)) return field;
    const { lowerName } = field;
    const surplus =
      this.#surplus.get(lowerName) ??
      surplusFields(this.#facts.fieldsNamed(lowerName), this.#leave.kept);
    this.#surplus.set(lowerName, surplus);
    return surplus.get(field);
  }

  #takeEntity(entity: Entity, cure: EntityCure): Mended {
    if (this.#regions.isCrowded(entity)) return NOTHING;
    const region = this.#regions.ofEntity(entity);
    region.want(cure);
    return () => (region.mends(cure) ? region : undefined);
  }

  #takeBody({ rule, site, entity, field }: Fault): Mended {
    const isInBody = entity.body.start <= site.start && site.start <= entity.body.end;
    if (field !== undefined || !isInBody) return NOTHING;
    // It tells of the first one only.
    if (rule.id === 'encoding/nul')
      this.#regions.wantBodies(({ body }) => this.#octetsOf(body).includes(0));
    return this.#takeEntity(entity, 'body');
  }

  #takeClose({ start }: Site, entity: Entity): Mended {
    const region = this.#regions.ofEnd(start);
    region.add(entity);
    return () => region;
  }

  /** A second field has no say. */
  #takeLabel({ entity, field = entity.transferEncodingField }: Fault): Mended {
    return field === entity.transferEncodingField ? this.#takeEntity(entity, 'label') : NOTHING;
  }

  /** An empty line at the start of a message would make its header section one of no fields. */
  #takeSeparator({ rule, entity, site }: Fault): Mended {
    const isAtStart = site.start === entity.headerSection.start;
    return isAtStart && rule.id === 'rfc5322/missing-separator'
      ? NOTHING
      : this.#takeEntity(entity, 'separator');
  }

  #takeStart(rule: Rule, site: Site): Mended {
    const isBlankLine = rule.id === 'rfc5322/leading-blank-line';
    const isMark = rule.id === 'rfc5322/bom-at-start';
    // UTF-16 is no matter of the mark alone.
    if (isMark && site.end - site.start !== BYTE_ORDER_MARK_OCTETS) return NOTHING;
    const region = new StartRegion(this.#facts.octets, site);
    if (isBlankLine && !region.isBeforeField) return NOTHING;
    this.#isFalseStart ||= isBlankLine;
    return () => region;
  }

  #takeLineEnds(rule: Rule): Mended {
    this.#areLineEndsSealed ??= this.#sealed.spans.some((span) =>
      hasLoneCrOrLf(this.#octetsOf(span)),
    );
    if (this.#areLineEndsSealed) return NOTHING;
    const region = this.#lineEndRegion();
    if (rule.id === 'rfc5322/no-final-crlf') region.wantFinal();
    return () => region;
  }

  #lineEndRegion(): LineEndRegion {
    this.#lineEnds ??= new LineEndRegion(this.#facts.octets, {
      others: () => this.#otherEdits,
      bodies: this.#regions.wantBodies((entity) => holdsLineEnds(this.#facts.octets, entity)),
    });
    return this.#lineEnds;
  }

  /** Those of all regions but the line ends, each once, in order. */
  get #otherEdits(): readonly Edit[] {
    this.#edits ??= this.#findEdits();
    return this.#edits;
  }

  #findEdits(): readonly Edit[] {
    const regions = new Set(this.#taken.map((mended) => mended()));
    const edits = Array.from(regions, (region) =>
      region instanceof LineEndRegion ? region.bodyEdits : (region?.edits ?? []),
    );
    return [...new Set(edits.flat())].sort(byPlace);
  }

  /** Once all is taken: what that means for the entities around. */
  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    const { octets, entities } = this.#facts;
    for (const { composite, first } of becomingSevenBit(
      octets,
      entities,
      this.#regions.ofEntities,
    )) {
      if (this.#sealed.has(composite.headerSection.start)) continue;
      const region = this.#regions.ofEntity(composite);
      region.want('label');
      first.carry(region);
    }
  }

  #octetsOf({ start, end }: Span): Buffer {
    return this.#facts.octets.subarray(start, end);
  }
}

/** What the reader notes where the fault is. */
function codesOf(rule: Rule): readonly DefectCode[] {
  if (rule.kind === 'defect') return rule.codes;
  return (rule.kind === 'address' && rule.noticed?.codes) || [];
}
