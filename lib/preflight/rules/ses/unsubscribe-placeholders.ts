/** `{{amazonSESUnsubscribeUrl}}`, which SES replaces by a link where it manages the list. */

import type { Entity } from '../../../reader/entity.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { ADDRESS_FIELDS } from '../../address-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { askedList } from './asked-list.ts';
import { markerSite, markersIn } from './markers.ts';

const PLACEHOLDER = '{{amazonSESUnsubscribeUrl}}';
/** Of those in one message, how many SES replaces. */
const PLACEHOLDERS_MAX = 2;

const HEAD = {
  kind: 'message',
  aliases: [],
  about: 'choice',
  severity: atSes('warning'),
  sources: ['https://docs.aws.amazon.com/ses/latest/dg/sending-email-subscription-management.html'],
} as const;
const DOCUMENTED = { refuses: false, evidence: 'documented' } as const;

/*
 * The placeholder is SES's, so a template holds it as it is sent. Of a template, the request is yet
 * to come, and list management with it.
 */
export const unsubscribePlaceholderRules: readonly MessageRule[] = [
  {
    ...HEAD,
    id: 'ses/unsubscribe-placeholder-orphan',
    summary: 'The placeholder {{amazonSESUnsubscribeUrl}} comes with list management',
    remedy: 'Ask for list management: the option listManagement (v2), or ses({ listManagement }).',
    check(facts, report) {
      const { template } = facts.options;
      const [first] = markersIn(facts.shown.plain, PLACEHOLDER).concat(
        markersIn(facts.shown.html, PLACEHOLDER),
      );
      if (first === undefined || template || askedList(facts) !== undefined) return;
      const message = `${PLACEHOLDER} without list management: readers see it as it is`;
      report(markerSite(facts, first, PLACEHOLDER), message, DOCUMENTED);
    },
  },
  {
    ...HEAD,
    id: 'ses/unsubscribe-placeholder-count',
    summary: 'The placeholder {{amazonSESUnsubscribeUrl}} stands twice at most',
    remedy: 'Keep two: one in the text and one in the HTML.',
    check(facts, report) {
      const { plain, html } = facts.shown;
      const found = [...markersIn(plain, PLACEHOLDER), ...markersIn(html, PLACEHOLDER)];
      const third = found[PLACEHOLDERS_MAX];
      if (third === undefined) return;
      if (facts.options.template !== true && askedList(facts) === undefined) return;
      const message = `${PLACEHOLDER} ${found.length} times, of which SES replaces ${PLACEHOLDERS_MAX}`;
      report(markerSite(facts, third, PLACEHOLDER), message, DOCUMENTED);
    },
  },
  {
    ...HEAD,
    id: 'ses/unsubscribe-placeholder-part',
    summary: 'The placeholder {{amazonSESUnsubscribeUrl}} stands in text and HTML alone',
    remedy: 'Move it into the text or the HTML: SES replaces it nowhere else.',
    check(facts, report) {
      for (const marker of markersIn(facts.shown.others.filter(isOtherText), PLACEHOLDER)) {
        if (marker.nth > 0) continue;
        const message = `${PLACEHOLDER} in a part of type ${marker.entity.mediaType.essence}`;
        report(markerSite(facts, marker, PLACEHOLDER), message, DOCUMENTED);
      }
      for (const field of fieldsWithIt(facts)) {
        const start = field.unfolded().indexOf(PLACEHOLDER);
        report(
          {
            ...field.spanOf({ start, end: start + PLACEHOLDER.length }),
            entity: facts.root,
            field,
          },
          `${PLACEHOLDER} in the field ${field.name}`,
          DOCUMENTED,
        );
      }
    },
  },
];

/** Text that readers show beside the plain and the HTML one, as they do AMP. */
function isOtherText({ mediaType, disposition, filename }: Entity): boolean {
  const isFile = filename !== undefined || disposition?.type === 'attachment';
  const { type, subtype } = mediaType;
  return type === 'text' && subtype !== 'plain' && subtype !== 'html' && !isFile;
}

const NONE: readonly HeaderField[] = [];

/** Those that no other rule tells of. */
function fieldsWithIt({ octets, options, root }: MessageFacts): readonly HeaderField[] {
  const { start, end } = root.headerSection;
  if (!octets.subarray(start, end).includes(PLACEHOLDER)) return NONE;
  return root.fields.filter((field) => {
    const { lowerName } = field;
    if (!field.unfolded().includes(PLACEHOLDER)) return false;
    if (options.template) return true;
    const isTold = lowerName === 'subject' || ADDRESS_FIELDS.has(lowerName);
    return !isTold && field.defects.length === 0;
  });
}
