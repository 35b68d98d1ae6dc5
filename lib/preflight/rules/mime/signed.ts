/** Signed parts: RFC 1847 §2.1. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import { hasClearParts } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { parameterPlace, typeSite } from '../../type-site.ts';

const SIGNED = 'multipart/signed';
const PARAMETERS: readonly string[] = ['protocol', 'micalg'];

export const signedRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/signed-parameters',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart/signed names its protocol and micalg, and has two parts',
    remedy: 'Write the content, then its signature, and both parameters; then sign again.',
    sources: ['RFC 1847 §2.1'],
    check(facts, report) {
      for (const entity of facts.own.ofType(SIGNED)) {
        const { mediaType, parts } = entity;
        const field = fieldNamed(entity.fields, 'content-type');
        if (field === undefined || field.defects.length > 0) continue;
        for (const name of PARAMETERS) {
          if (parameterNamed(mediaType.parameters, name) !== undefined) continue;
          report(parameterPlace(entity, field), `a ${quoted(SIGNED)} without ${quoted(name)}`);
        }
        if (parts.length === 2 || parts.length === 0 || !hasClearParts(entity)) continue;
        report(typeSite(entity), `a ${quoted(SIGNED)} of ${parts.length} parts, in place of 2`);
      }
    },
  },
];
