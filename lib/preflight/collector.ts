/** Findings as rules yield them, bounded, put in order and given their lines and columns. */

import { positionFinder } from '../octets/position.ts';
import type { MessageFacts } from './facts.ts';
import { type Mended, Mending } from './mending/mending.ts';
import { Mends } from './mending/mends.ts';
import type { Finding, MessagePlace, OptionPlace, SesAnswer } from './report.ts';
import type { Reporter, Rule, RuleHead, Site } from './rule.ts';
import type { Severity } from './severity.ts';

/** Findings of one rule that a report lists; the rest are counted. */
const FINDINGS_MAX = 100;

/** A finding whose line is not yet known. */
interface Found {
  readonly rule: RuleHead;
  readonly severity: Severity;
  readonly site: Site | OptionPlace;
  readonly message: string;
  readonly ses: SesAnswer | undefined;
  readonly mended: Mended | undefined;
}

/** The findings of one rule. */
interface RuleFindings {
  readonly count: number;
  readonly listed: Found[];
  readonly isRefused: boolean;
}

export class Collector {
  readonly #facts: MessageFacts;
  readonly #byRule = new Map<string, RuleFindings>();
  readonly #mending: Mending;
  #alone: Rule | undefined;

  constructor(facts: MessageFacts, mending: Mending = new Mending(facts)) {
    this.#facts = facts;
    this.#mending = mending;
  }

  /** Of the message, only this rule is told from now on; of options, all rules are. */
  tellAlone(rule: Rule): void {
    this.#alone = rule;
  }

  /** What a rule reports to; SES's answers are left out where the carrier is another. */
  reporter(rule: Rule, severity: Severity): Reporter {
    return (site, message, answer) => {
      if (this.#alone !== undefined && this.#alone !== rule && !isOption(site)) return;
      const ses = this.#facts.profile === 'smtp' ? undefined : answer;
      const mended = isOption(site) ? undefined : this.#mending.take(rule, site);
      this.#add({ rule, severity, site, message, ses, mended });
    };
  }

  /** The last place is kept for a finding that SES refuses, so that the list agrees with the report. */
  #add(found: Found): void {
    const { id } = found.rule;
    const refuses = found.ses?.refuses === true;
    const before = this.#byRule.get(id) ?? { count: 0, listed: [], isRefused: false };
    const { count, listed, isRefused } = before;
    if (count < FINDINGS_MAX) listed.push(found);
    else if (refuses && !isRefused) listed[FINDINGS_MAX - 1] = found;
    this.#byRule.set(id, { count: count + 1, listed, isRefused: isRefused || refuses });
  }

  /** Of the message by start, end and rule; of options after, by option, index and start. */
  findings(): readonly Finding[] {
    const finder = positionFinder(this.#facts.octets);
    const all = [...this.#byRule.values()].flatMap(({ listed }) => listed);
    const inMessage = all.filter(({ site }) => !isOption(site)).sort(byPlace);
    const inOptions = all.filter(({ site }) => isOption(site)).sort(byOption);
    const mends = new Mends();
    return Object.freeze(
      [...inMessage, ...inOptions].map((found) => {
        const finding: Finding = {
          rule: found.rule.id,
          severity: found.severity,
          message: found.message,
          remedy: found.rule.remedy,
          at: Object.freeze(isOption(found.site) ? found.site : placeOf(found.site, finder)),
          ...(found.ses && { ses: Object.freeze(found.ses) }),
        };
        return Object.freeze(mends.added(finding, found.mended?.()));
      }),
    );
  }

  /** By rule, how many findings there are beyond those listed. */
  omitted(): Readonly<Record<string, number>> {
    const beyond = [...this.#byRule]
      .map(([rule, { count }]) => [rule, count - FINDINGS_MAX] as const)
      .filter(([, count]) => count > 0);
    return Object.freeze(Object.fromEntries(beyond));
  }
}

function byPlace(a: Found, b: Found): number {
  return a.site.start - b.site.start || a.site.end - b.site.end || compare(a.rule.id, b.rule.id);
}

function byOption(a: Found, b: Found): number {
  if (!isOption(a.site) || !isOption(b.site)) return 0;
  const byName = compare(a.site.option, b.site.option);
  return byName || (a.site.index ?? 0) - (b.site.index ?? 0) || byPlace(a, b);
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
