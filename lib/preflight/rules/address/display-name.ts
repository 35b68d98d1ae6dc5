/** How display names are written: RFC 5322 §3.2.5, §4.1, and what filters score. */

import type { Span } from '../../../octets/span.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type DefectRule, everywhere, type MessageRule, type Noticed } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { areSoftSpecials } from './name-specials.ts';
import { isTold, mailboxAround, namingInAddresses } from './noticed-address.ts';

export const displayNameRules: readonly (DefectRule | MessageRule)[] = [
  {
    ...namingInAddresses(
      ['unquoted-dot'],
      ({ written }, { entity, facts }) =>
        entity === facts.root ? `a dot in a display name without quotes: ${written}` : undefined,
      { refuses: false, evidence: 'inferred' },
    ),
    kind: 'defect',
    id: 'address/unquoted-dot',
    aliases: ['ses/display-name-unquoted-soft'],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A display name with a dot is quoted',
    remedy: 'Quote the display name: "John Q. Public" <john@example.com>.',
    sources: ['RFC 5322 §4.1'],
  },
  {
    kind: 'message',
    id: 'address/unquoted-soft-specials',
    aliases: ['ses/display-name-unquoted-soft'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A display name with an @, a backslash or square brackets is quoted',
    remedy: 'Quote the display name: "ann@example.com" <ann@example.com>.',
    sources: ['RFC 5322 §3.2.3', 'RFC 5322 §3.2.5'],
    check(facts, report) {
      const { root: entity } = facts;
      for (const field of entity.fields) {
        if (field.kind !== 'addresses') continue;
        for (const defect of field.defects) {
          if (defect.code !== 'unquoted-specials' || !areSoftSpecials(facts, defect)) continue;
          if (isTold({ facts, defect }) || isPlaceholder(facts, defect)) continue;
          const { start, end } = defect;
          const written = excerpt(facts, mailboxAround(field, defect));
          const message = `${excerpt(facts, defect)} in a display name without quotes: ${written}`;
          report({ start, end, entity, field }, message, { refuses: false, evidence: 'inferred' });
        }
      }
    },
  },
  {
    ...namingInAddresses(['no-space-before-angle'], ({ written }, noticed) =>
      isOfAuthor(noticed) ? `no blank before the angle bracket: ${written}` : undefined,
    ),
    kind: 'defect',
    id: 'address/no-space-before-angle',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A blank stands between the display name in From and "<"',
    remedy: 'Write a blank before the angle bracket: "Ann" <ann@example.com>.',
    sources: ['measured: SpamAssassin FROM_MISSPACED 1.0, rspamd R_NO_SPACE_IN_FROM 1.0'],
  },
  {
    // Blanks in encoded-words are what the author wants, and no filter scores them.
    ...namingInAddresses(['display-name-empty'], ({ written }, noticed) =>
      isOfAuthor(noticed) && !isEncoded(noticed) ? `an empty display name: ${written}` : undefined,
    ),
    kind: 'defect',
    id: 'address/display-name-empty',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'The display name of the author is not empty',
    remedy: 'Write a name, or leave the quotes out: ann@example.com.',
    sources: ['measured: SpamAssassin FROM_BLANK_NAME 2.1'],
  },
];

/** Some placeholders are made of brackets. */
function isPlaceholder({ octets, options }: MessageFacts, { start, end }: Span): boolean {
  return options.template === true && holdsPlaceholder(octets.toString('latin1', start, end));
}

function isEncoded({ defect, facts: { octets } }: Noticed): boolean {
  return octets.toString('latin1', defect.start, defect.start + 2) === '=?';
}

/** Filters score these in From alone; elsewhere they do no harm. */
function isOfAuthor({ entity, field, facts }: Noticed): boolean {
  return entity === facts.root && field?.lowerName === 'from';
}
