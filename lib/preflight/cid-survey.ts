/** Which parts the HTML of a message shows by `cid:`, and which URLs name no part: RFC 2392. */

import type { Span } from '../octets/span.ts';
import type { Entity } from '../reader/entity.ts';
import { type HtmlReference, htmlReferences, schemePlaces } from './html-references.ts';
import type { PreflightOptions } from './options.ts';
import { isAttachment, type OwnEntities } from './own-entities.ts';
import { holdsPlaceholder } from './template.ts';

const CID = 'cid:';
const NONE: readonly never[] = [];

/** What may follow `cid:` in any text, as far as somebody may mean it. */
const TOKEN = /[^\s"'<>)\\&]{1,1000}/y;
const ANGLES = /^<(.*)>$/;
const PERCENT = /%[0-9a-f]{2}/i;

/** The first `cid:` URL with an id, in HTML that is shown; its place is one in the decoded text. */
export interface CidReference extends Span {
  readonly leaf: Entity;
  readonly url: string;
  /** Without angles, percent escapes decoded. */
  readonly id: string;
  readonly hasAngles: boolean;
  /** The part that it names. */
  readonly target: Entity | undefined;
}

/** Ids are compared without regard to case, as some readers do, so that none is missed. */
export class CidSurvey {
  readonly #own: OwnEntities;
  readonly #options: PreflightOptions;
  #byId: ReadonlyMap<string, Entity> | undefined;
  #references: readonly CidReference[] | undefined;
  #used: ReadonlySet<string> | undefined;

  constructor(own: OwnEntities, options: PreflightOptions) {
    this.#own = own;
    this.#options = options;
  }

  /** Those outside comments, each id once for a leaf. */
  get references(): readonly CidReference[] {
    this.#references ??= this.#own
      .ofType('text/html')
      .flatMap((leaf) => (isAttachment(leaf) ? NONE : this.#referencesIn(leaf)));
    return this.#references;
  }

  /** Whether some text of the message, comments included, may mean the part by its id. */
  isUsed({ contentId }: Entity): boolean {
    this.#used ??= this.#idsInTexts();
    return contentId !== undefined && this.#used.has(contentId.toLowerCase());
  }

  #referencesIn(leaf: Entity): readonly CidReference[] {
    const { text } = leaf;
    if (text === undefined) return NONE;
    const references = htmlReferences(text, CID);
    if (references.length === 0) return NONE;
    const seen = new Set<string>();
    return references.flatMap((reference) => {
      if (this.#isPassedOver(reference) || seen.has(reference.url)) return [];
      seen.add(reference.url);
      return this.#resolved(leaf, reference);
    });
  }

  #isPassedOver({ url, isInComment }: HtmlReference): boolean {
    return isInComment || (this.#options.template === true && holdsPlaceholder(url));
  }

  #resolved(leaf: Entity, { url, start, end }: HtmlReference): CidReference {
    const written = decoded(url.slice(CID.length)).trim();
    const [, inner] = ANGLES.exec(written) ?? [];
    const id = inner ?? written;
    this.#byId ??= partsById(this.#own);
    const target = this.#byId.get(id.toLowerCase());
    return { start, end, leaf, url, id, hasAngles: inner !== undefined, target };
  }

  #idsInTexts(): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const { mediaType, text } of this.#own.all) {
      if (mediaType.type !== 'text' || text === undefined) continue;
      for (const at of schemePlaces(text, CID)) {
        TOKEN.lastIndex = at + CID.length;
        const [token] = TOKEN.exec(text) ?? [];
        if (token !== undefined) ids.add(decoded(token).toLowerCase());
      }
    }
    for (const { id } of this.references) ids.add(id.toLowerCase());
    return ids;
  }
}

function partsById({ all }: OwnEntities): ReadonlyMap<string, Entity> {
  const byId = new Map<string, Entity>();
  for (const entity of all) {
    const id = entity.contentId?.toLowerCase();
    if (id !== undefined && !byId.has(id)) byId.set(id, entity);
  }
  return byId;
}

function decoded(url: string): string {
  if (!PERCENT.test(url)) return url;
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
