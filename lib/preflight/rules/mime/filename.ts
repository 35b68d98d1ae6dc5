/** File names of parts: RFC 2183 §2.3, §5, and what file systems take. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { isDoubtful, type NamedEntity, shownValue } from '../../own-entities.ts';
import { everywhere, type MessageRule, type Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { parameterPlace } from '../../type-site.ts';

/** Octets of a name on the file systems of Linux, macOS and, in characters, Windows. */
const NAME_OCTETS_MAX = 255;

/** Separators of both worlds, and the folder above. */
const PATH = /[/\\]|^\.\.$/;
const CONTROL = /[\x00-\x1f\x7f]/;
/** What Windows takes in no name; path separators have a rule of their own. */
const FORBIDDEN_CHARACTER = /[:*?"<>|]/;
/** Devices of Windows, with any extension. Dots and blanks at the end it drops by itself. */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

const NAMES_REPORT = 'https://github.com/govuk-forms/forms-runner/issues/1594';

export const filenameRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'mime/filename-path',
    aliases: ['ses/attachment-filename-chars'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A file name is a name, not a path',
    remedy: 'Write the last segment of the path alone.',
    sources: ['RFC 2183 §2.3', NAMES_REPORT],
    check(facts, report) {
      for (const named of namesThat(facts, isPath)) {
        const name = quoted(named.filename);
        report(siteOf(named), `the file name ${name} is a path; receivers cut or change it`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/filename-control',
    aliases: ['ses/attachment-filename-chars'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A file name holds no control character',
    remedy: 'Take the control characters out of the name.',
    sources: ['RFC 2183 §2.3', 'RFC 2183 §5'],
    check(facts, report) {
      for (const named of namesThat(facts, (filename) => CONTROL.test(filename))) {
        if (hasRawControl(facts, named)) continue;
        report(siteOf(named), `the file name ${quoted(named.filename)} holds a control character`);
      }
    },
  },
  {
    // RFC 2183 §2 asks for RFC 2231 where a value has over 78 characters; all readers take longer ones.
    kind: 'message',
    id: 'mime/filename-too-long',
    aliases: ['ses/attachment-filename-length'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A file name holds at most 255 octets as UTF-8',
    remedy: 'Shorten the name.',
    sources: [
      'RFC 2183 §2.3',
      'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Attachment.html',
    ],
    check(facts, report) {
      const isLong = (filename: string) => Buffer.byteLength(filename) > NAME_OCTETS_MAX;
      for (const named of namesThat(facts, isLong)) {
        const octets = Buffer.byteLength(named.filename);
        report(
          siteOf(named),
          `a file name of ${octets} octets; most file systems take ${NAME_OCTETS_MAX}`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/filename-chars',
    aliases: ['ses/attachment-filename-chars'],
    about: 'choice',
    severity: { 'ses-v1': 'warning', 'ses-v2': 'warning', smtp: 'info' },
    summary: 'A file name holds none of : * ? " < > |',
    remedy: 'Replace these characters, by "-" say.',
    sources: [NAMES_REPORT, 'https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file'],
    check(facts, report) {
      const isOdd = (filename: string) => FORBIDDEN_CHARACTER.test(filename) && !isPath(filename);
      for (const named of namesThat(facts, isOdd)) {
        const [found = ''] = FORBIDDEN_CHARACTER.exec(named.filename) ?? [];
        const name = quoted(named.filename);
        report(
          siteOf(named),
          `${quoted(found)} in the file name ${name}, which Windows cannot save`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/filename-reserved',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'A file name is not the name of a device of Windows',
    remedy: 'Give the file another name.',
    sources: ['https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file'],
    check(facts, report) {
      const isDevice = (filename: string) => RESERVED.test(filename) && !isPath(filename);
      for (const named of namesThat(facts, isDevice)) {
        report(siteOf(named), `the file name ${quoted(named.filename)}, which Windows cannot save`);
      }
    },
  },
  {
    kind: 'message',
    id: 'mime/filename-name-differ',
    aliases: ['ses/attachment-filename-mismatch'],
    about: 'form',
    severity: everywhere('info'),
    summary: 'The name of the media type is the file name of the disposition',
    remedy: 'Write the same name in both.',
    sources: ['RFC 2183 §2.3'],
    check(facts, report) {
      for (const { entity, filename, field, parameter } of facts.own.named) {
        const name = parameterNamed(entity.mediaType.parameters, 'name');
        if (parameter.name !== 'filename' || name === undefined) continue;
        const other = shownValue(name);
        if (other === filename || other.normalize() === filename.normalize()) continue;
        const typeField = fieldNamed(entity.fields, 'content-type');
        if (typeField === undefined || isTemplateText(facts, other, filename)) continue;
        if (field.defects.length + typeField.defects.length > 0) continue;
        const message = `the name ${quoted(other)} here, ${quoted(filename)} in ${field.name}`;
        report({ ...name.span, entity, field: typeField }, message);
      }
    },
  },
  {
    // Messages have their subject for a name.
    kind: 'message',
    id: 'mime/filename-missing',
    aliases: ['ses/attachment-filename-missing'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'An attachment has a file name',
    remedy: 'Add a filename parameter to Content-Disposition.',
    sources: ['RFC 2183 §2.3'],
    check(facts, report) {
      for (const entity of facts.own.all) {
        const { disposition, mediaType } = entity;
        if (disposition?.type !== 'attachment' || entity.filename) continue;
        if (mediaType.type === 'message' || mediaType.type === 'multipart') continue;
        const field = fieldNamed(entity.fields, 'content-disposition');
        const typeField = fieldNamed(entity.fields, 'content-type');
        if (field === undefined || isBroken(field) || isBroken(typeField)) continue;
        const message = `an attachment of type ${quoted(mediaType.essence)} without a file name`;
        report(parameterPlace(entity, field), `${message}; receivers make one up`);
      }
    },
  },
];

/** Names with that claim, if they were read without doubt and are no placeholders of a template. */
function namesThat(
  facts: MessageFacts,
  claim: (filename: string) => boolean,
): readonly NamedEntity[] {
  const { named } = facts.own;
  if (named.length === 0) return named;
  const isTemplate = facts.options.template === true;
  return named.filter(
    ({ filename, field, parameter }) =>
      claim(filename) &&
      !isDoubtful(field, parameter) &&
      !(isTemplate && holdsPlaceholder(filename)),
  );
}

/** A semicolon at the end hides no name. */
function isBroken(field: HeaderField | undefined): boolean {
  return field?.defects.some(({ code }) => code !== 'parameter-trailing-semicolon') === true;
}

function isPath(filename: string): boolean {
  return PATH.test(filename);
}

function isTemplateText({ options }: MessageFacts, ...texts: readonly string[]): boolean {
  return options.template === true && texts.some(holdsPlaceholder);
}

function siteOf({ entity, field, parameter }: NamedEntity): Site {
  return { ...parameter.span, entity, field };
}

/** A control character that stands in the field as it is has been told; a TAB may be of a fold. */
function hasRawControl({ octets }: MessageFacts, { parameter }: NamedEntity): boolean {
  const { start, end } = parameter.span;
  return CONTROL.test(octets.toString('latin1', start, end).replaceAll('\r\n', ''));
}
