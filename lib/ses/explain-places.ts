/** Where a message or a request holds what the text of an error names. */

import type { SesTextMatch } from '../carrier/ses-text-match.ts';
import { positionFinder } from '../octets/position.ts';
import type { Span } from '../octets/span.ts';
import { MessageFacts } from '../preflight/facts.ts';
import type { PreflightOptions } from '../preflight/options.ts';
import type { MessagePlace, OptionPlace } from '../preflight/report.ts';
import type { AddressPlace } from '../preflight/written-address.ts';
import type { HeaderField } from '../reader/header-field.ts';

export type Place = MessagePlace | OptionPlace;

/** Fields and options whose value is an ARN. */
const ARN_FIELDS = ['x-ses-source-arn', 'x-ses-from-arn', 'x-ses-return-path-arn'];
const ARN_OPTIONS = ['sourceArn', 'fromArn', 'returnPathArn'] as const;

/** Places that bear a name, an address or an ARN of the text; more than these help nobody. */
const PLACES_MOST = 100;

/** The places of what the text names, in the order of the message, options behind; often none. */
export function namedPlaces(
  { entry, values }: SesTextMatch,
  octets: Uint8Array,
  options: PreflightOptions,
): readonly Place[] {
  const { field, name, arn, identities, address, mailbox, encoding } = values;
  const named = [identities, address, mailbox].filter((text) => text !== undefined);
  const isConfigurationSet = entry.id === 'configuration-set-does-not-exist';
  const others = [field, arn, encoding, isConfigurationSet || undefined];
  if (named.length === 0 && others.every(isAbsent)) return [];
  const search = new Search(octets, options);
  const found = [
    ...(field === undefined ? [] : search.fields(field)),
    ...(isConfigurationSet
      ? search.values(name ?? '', CONFIGURATION_SET, ['configurationSet'])
      : []),
    ...(arn === undefined ? [] : search.values(arn, ARN_FIELDS, ARN_OPTIONS)),
    ...(encoding === undefined ? [] : search.values(encoding, [TRANSFER_ENCODING], [])),
    ...search.addresses([...named.flatMap(addressesIn), ...identitiesOf(arn)]),
  ];
  return Object.freeze(found.slice(0, PLACES_MOST));
}

const CONFIGURATION_SET = ['x-ses-configuration-set'];
const TRANSFER_ENCODING = 'content-transfer-encoding';

class Search {
  readonly #facts: MessageFacts;
  readonly #positionOf: ReturnType<typeof positionFinder>;

  constructor(octets: Uint8Array, options: PreflightOptions) {
    this.#facts = new MessageFacts(octets, options);
    this.#positionOf = positionFinder(octets);
  }

  fields(name: string): readonly Place[] {
    const fields = this.#facts.fieldsNamed(name.toLowerCase());
    return fields.map((field) => this.#place(field.span, field));
  }

  /** Fields with this value, and options with it. */
  values(
    value: string,
    names: readonly string[],
    options: readonly ('configurationSet' | (typeof ARN_OPTIONS)[number])[],
  ): readonly Place[] {
    const inFields = names.flatMap((name) =>
      this.#facts.fieldsNamed(name).flatMap((field) => {
        const text = field.unfolded();
        const start = text.length - text.trimStart().length;
        const end = text.trimEnd().length;
        if (text.trim() !== value) return [];
        return [this.#place(field.spanOf({ start, end: Math.max(start, end) }), field)];
      }),
    );
    const inOptions = options
      .filter((option) => this.#facts.options[option] === value)
      .map((option) => optionPlace({ in: 'option', option, start: 0, end: value.length }));
    return [...inFields, ...inOptions];
  }

  /** Addresses, or those of a domain; the case of a local part counts. */
  addresses(identities: readonly string[]): readonly Place[] {
    if (identities.length === 0) return [];
    const wanted = new Set(identities.map(comparable));
    return this.#facts.writtenAddresses
      .filter(({ text, domain }) => {
        return wanted.has(comparable(text)) || wanted.has(domain.toLowerCase());
      })
      .map(({ place }) => this.#placeOf(place));
  }

  #placeOf(place: AddressPlace): Place {
    return 'in' in place ? optionPlace(place) : this.#place(place, place.field);
  }

  #place({ start, end }: Span, { name }: HeaderField): MessagePlace {
    const position = this.#positionOf(start);
    return Object.freeze({ in: 'message', start, end, ...position, part: '', field: name });
  }
}

function optionPlace(place: OptionPlace): OptionPlace {
  return Object.freeze({ ...place });
}

/** The addresses of a list as SES writes it, the one that an ellipsis cuts left out. */
function addressesIn(text: string): readonly string[] {
  return text
    .split(/[\s<>,;()"']+/)
    .filter((word) => word.includes('@') && !/(?:\.\.|…)\.?$/.test(word))
    .map((word) => word.replace(/\.$/, ''));
}

/** The identity at the end of an ARN. */
function identitiesOf(arn: string | undefined): readonly string[] {
  const identity = arn === undefined ? undefined : /:identity\/([^/]+)$/.exec(arn)?.[1];
  return identity === undefined ? [] : [identity];
}

function comparable(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

function isAbsent(value: unknown): boolean {
  return value === undefined;
}
