/** Attachments that SES refuses by their names. */

import { isRefusedExtension } from '../../../carrier/refused-extensions.ts';
import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import { shownValue } from '../../own-entities.ts';
import { atSes, type MessageRule, type Site } from '../../rule.ts';

const EXTENSION = /\.([A-Za-z0-9]{1,10})$/;

export const attachmentRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/attachment-extension',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'No file name ends in an extension that SES refuses',
    remedy: 'Put the file into an archive, or send a link to it.',
    sources: ['https://docs.aws.amazon.com/ses/latest/dg/mime-types.html'],
    check(facts, report) {
      for (const { entity } of facts.own.named) {
        const found = refusedName(entity);
        if (found === undefined) continue;
        const message = `the file name ${quoted(found.name)} ends in ${quoted(found.extension)}, which SES refuses`;
        report(found.site, message, { refuses: true, evidence: 'documented' });
      }
    },
  },
];

/** The first of the two names of a part that is refused. */
function refusedName(
  entity: Entity,
): { readonly name: string; readonly extension: string; readonly site: Site } | undefined {
  for (const { field, attribute } of nameFields(entity)) {
    const parameters = (field?.disposition ?? field?.mediaType)?.parameters ?? [];
    const parameter = parameterNamed(parameters, attribute);
    if (field === undefined || parameter === undefined) continue;
    const name = shownValue(parameter);
    const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
    if (extension === undefined || !isRefusedExtension(extension)) continue;
    return { name, extension: `.${extension}`, site: { ...parameter.span, entity, field } };
  }
  return undefined;
}

function nameFields({ fields }: Entity): readonly {
  readonly field: HeaderField | undefined;
  readonly attribute: string;
}[] {
  return [
    { field: fieldNamed(fields, 'content-disposition'), attribute: 'filename' },
    { field: fieldNamed(fields, 'content-type'), attribute: 'name' },
  ];
}
