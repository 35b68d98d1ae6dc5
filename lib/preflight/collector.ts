/** Findings as rules yield them, bounded, put in order and given their lines and columns. */

import { positionFinder } from '../octets/position.ts';
import type { MessageFacts } from './facts.ts';
import type { Finding, MessagePlace, OptionPlace, SesAnswer } from './report.ts';
import type { Reporter, RuleInfo, Site } from './rule.ts';
import type { Severity } from './severity.ts';

/** Findings of one rule that a report lists; the rest are counted. */
const FINDINGS_MAX = 100;

/** A finding whose line is not yet known. */
interface Found {
  readonly rule: RuleInfo;
  readonly severity: Severity;
  readonly site: Site | OptionPlace;
  readonly message: string;
  readonly ses: SesAnswer | undefined;
}

export class Collector {
  readonly #facts: MessageFacts;
  readonly #found: Found[] = [];
  readonly #counts = new Map<string, number>();

  constructor(facts: MessageFacts) {
    this.#facts = facts;
  }

  /** What a rule reports to; SES's answers are left out where the carrier is another. */
  reporter(rule: RuleInfo, severity: Severity): Reporter {
    const add = (site: Site | OptionPlace, message: string, ses?: SesAnswer): void => {
      const count = (this.#counts.get(rule.id) ?? 0) + 1;
      this.#counts.set(rule.id, count);
      if (count > FINDINGS_MAX) return;
      const answer = this.#facts.profile === 'smtp' ? undefined : ses;
      this.#found.push({ rule, severity, site, message, ses: answer });
    };
    return Object.assign(add, { option: add });
  }

  /** Of the message by start, end and rule; of options after, as they came. */
  findings(): readonly Finding[] {
    const finder = positionFinder(this.#facts.octets);
    const inMessage = this.#found.flatMap((found) => (isOption(found.site) ? [] : [found]));
    const inOptions = this.#found.flatMap((found) => (isOption(found.site) ? [found] : []));
    inMessage.sort(
      (a, b) =>
        a.site.start - b.site.start || a.site.end - b.site.end || compare(a.rule.id, b.rule.id),
    );
    return Object.freeze(
      [...inMessage, ...inOptions].map((found) =>
        Object.freeze({
          rule: found.rule.id,
          severity: found.severity,
          message: found.message,
          remedy: found.rule.remedy,
          at: Object.freeze(isOption(found.site) ? found.site : placeOf(found.site, finder)),
          ...(found.ses && { ses: Object.freeze(found.ses) }),
        }),
      ),
    );
  }

  /** By rule, how many findings there are beyond those listed. */
  omitted(): Readonly<Record<string, number>> {
    const beyond = [...this.#counts].filter(([, count]) => count > FINDINGS_MAX);
    return Object.freeze(
      Object.fromEntries(beyond.map(([rule, count]) => [rule, count - FINDINGS_MAX])),
    );
  }
}

function isOption(site: Site | OptionPlace): site is OptionPlace {
  return 'in' in site;
}

function placeOf(
  { start, end, entity, field }: Site,
  positionOf: ReturnType<typeof positionFinder>,
): MessagePlace {
  return {
    in: 'message',
    start,
    end,
    ...positionOf(start),
    ...(entity !== undefined && { part: entity.path }),
    ...(field !== undefined && { field: field.name }),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
