/** Tracking of opens and clicks by SES: what it passes over. */

import { quoted } from '../../../errors.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, type MessageRule, type Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { markerSite, markersIn } from './markers.ts';
import { type Link, trackedLinks } from './tracked-links.ts';

const OPEN_MARKER = '{{ses:openTracker}}';
/** In one message. */
const LINKS_MAX = 250;

/** Characters of RFC 3986, and nothing but hexadecimal digits behind a percent sign. */
const URI = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;

const HEAD = {
  kind: 'message',
  aliases: [],
  about: 'choice',
  severity: atSes('info'),
  sources: ['https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html'],
} as const;
const DOCUMENTED = { refuses: false, evidence: 'documented' } as const;

export const trackingRules: readonly MessageRule[] = [
  {
    ...HEAD,
    id: 'ses/tracking-link-count',
    summary: 'A message whose clicks are tracked holds at most 250 links',
    remedy: 'Send fewer links, or expect no clicks of the others.',
    check(facts, report) {
      const links = linksOf(facts);
      const first = links[LINKS_MAX];
      if (first === undefined) return;
      const message = `${links.length} links, of which SES tracks ${LINKS_MAX}`;
      report(linkSite(facts, first), message, DOCUMENTED);
    },
  },
  {
    ...HEAD,
    id: 'ses/tracking-link-encoding',
    summary: 'A link whose clicks are tracked is a URI of RFC 3986',
    remedy: 'Percent-encode what is no character of a URI: SES leaves such a link alone.',
    check(facts, report) {
      const faulty = linksOf(facts).filter(({ url }) => !URI.test(url) && !holdsPlaceholder(url));
      const [first] = faulty;
      if (first === undefined) return;
      const more = faulty.length > 1 ? `, nor ${faulty.length - 1} more` : '';
      const message = `SES does not track ${quoted(first.url)}${more}: no URI of RFC 3986`;
      report(linkSite(facts, first), message, DOCUMENTED);
    },
  },
  {
    ...HEAD,
    id: 'ses/tracking-open-marker',
    summary: 'The marker {{ses:openTracker}} stands once, in the HTML',
    remedy: 'Write it once, in the HTML, where the image is to be.',
    check(facts, report) {
      const { plain, html } = facts.shown;
      const inHtml = markersIn(html, OPEN_MARKER);
      const [, second] = inHtml;
      const [inText] = inHtml.length > 0 ? [] : markersIn(plain, OPEN_MARKER);
      const place = second ?? inText;
      if (place === undefined) return;
      const message =
        second === undefined
          ? `${OPEN_MARKER} in the plain text alone, which holds no image`
          : `${OPEN_MARKER} ${inHtml.length} times, of which SES takes the first`;
      report(markerSite(facts, place, OPEN_MARKER), message, DOCUMENTED);
    },
  },
];

interface PlacedLink extends Link {
  readonly entity: Entity;
}

const NONE: readonly PlacedLink[] = [];

/** Nothing is looked for unless clicks may be tracked. */
function linksOf(facts: MessageFacts): readonly PlacedLink[] {
  if (facts.options.tracking !== true) return NONE;
  return facts.shown.html.flatMap((entity) =>
    trackedLinks(entity.text ?? '').map((link) => ({ ...link, entity })),
  );
}

/** The URL's own octets where it stands there as it is; else the whole body, which is encoded. */
function linkSite(facts: MessageFacts, { entity, start, end }: PlacedLink): Site {
  const text = entity.text ?? '';
  const url = text.slice(start, end);
  const nth = text.slice(0, start).split(url).length - 1;
  return markerSite(facts, { entity, nth }, url);
}
