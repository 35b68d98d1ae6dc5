/** Text that is encoded once more than its label says: RFC 2045 §6.1, §6.4. */

import { asBuffer } from '../../../octets/view.ts';
import type { Entity } from '../../../reader/entity.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type EntityRule, everywhere, type Site } from '../../rule.ts';
import { encodedPlace } from './encoded-place.ts';
import { hasBase64Look, hasQuotedPrintableLook } from './looks-encoded.ts';
import { isEncodedBody, isShownText } from './shown-text.ts';

/** What shows of an escape. */
const ESCAPE_OCTETS = 3;

const SHOWN_TYPES: readonly string[] = ['text/plain', 'text/html'];

export const encodedTwiceRules: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'encoding/double-encoded',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Text is encoded once',
    remedy: 'Hand the text over before it is encoded, or label it as it is, not both.',
    sources: ['RFC 2045 §6.4'],
    check(entity, report, facts) {
      if (!isEncodedBody(entity) || !isSimpleText(entity)) return;
      const look = lookOf(facts, entity);
      if (look === undefined) return;
      const { name, site } = look;
      report(site, `the decoded text is ${name} again, and is shown so`);
    },
  },
  {
    kind: 'entity',
    id: 'encoding/unlabelled-encoding',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A body that is encoded is labelled so',
    remedy: 'Add the Content-Transfer-Encoding that the body is in.',
    sources: ['RFC 2045 §6.1'],
    check(entity, report, facts) {
      if (isEncodedBody(entity) || !isSimpleText(entity)) return;
      const look = lookOf(facts, entity);
      if (look === undefined) return;
      const { name, site } = look;
      report(site, `${excerpt(facts, site)} of ${name}, in a body that is not labelled so`);
    },
  },
];

function isSimpleText(entity: Entity): boolean {
  return SHOWN_TYPES.includes(entity.mediaType.essence) && isShownText(entity);
}

interface Look {
  readonly name: string;
  readonly site: Site;
}

/** What the text of a leaf is encoded in beyond its label. */
function lookOf(facts: MessageFacts, entity: Entity): Look | undefined {
  const { text = '' } = entity;
  if (hasQuotedPrintableLook(text)) {
    const start = asBuffer(entity.octets()).indexOf('=');
    const place = encodedPlace(facts, entity, { start, end: start + ESCAPE_OCTETS });
    return { name: 'quoted-printable', site: { ...place, entity } };
  }
  if (!hasBase64Look(text)) return undefined;
  const { start, end } = entity.body;
  return { name: 'base64', site: { start, end, entity } };
}
