/** Preflight: every rule over one message, and the report of it. */

import { isOctets, octetsArgument, recordArgument, stringArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import type { Entity } from '../reader/entity.ts';
import { reportAddresses } from './addresses.ts';
import { catalogue, rulesNamed } from './catalogue.ts';
import { Collector } from './collector.ts';
import { MessageFacts } from './facts.ts';
import { checkOptions, checkTexts, type PreflightOptions, unknownRule } from './options.ts';
import type { PartSummary, Report } from './report.ts';
import type { Reporter, Rule } from './rule.ts';
import type { Severity } from './severity.ts';

/**
 * Says, offline, what the carrier would refuse, rewrite or break in a message from any source.
 *
 * @param message Any octets: bad mail never throws. Of a {@link RawMessage}, the envelope stands in
 * for `destinations` and `source`.
 * @throws {MimewrightError} for bad options only.
 * @example
 * const report = preflight(await readFile('newsletter.eml'), { profile: 'ses-v2' });
 * for (const { rule, message, remedy } of report.errors) console.error(rule, message, remedy);
 */
export function preflight(
  message: Uint8Array | RawMessage,
  options: PreflightOptions = {},
): Report {
  const checked = checkOptions(options);
  const { octets, envelope } = isOctets(message)
    ? { octets: octetsArgument('message', message) }
    : parts(message);
  const facts = new MessageFacts(octets, { ...envelope, ...checked });
  const collector = new Collector(facts);
  runRules(facts, collector);
  return reportOf(facts, collector.findings(), collector.omitted());
}

function runRules(facts: MessageFacts, collector: Collector): void {
  const severityOf = severities(facts);
  const running = catalogue.flatMap((rule) => {
    const severity = severityOf(rule);
    return severity === 'off' ? [] : [{ rule, report: collector.reporter(rule, severity) }];
  });
  for (const { rule, report } of running) {
    if (rule.kind === 'message') rule.check(facts, report);
  }
  const entityRules = running.flatMap((one) =>
    one.rule.kind === 'entity' ? [{ rule: one.rule, report: one.report }] : [],
  );
  for (const entity of facts.entities) {
    for (const { rule, report } of entityRules) rule.check(entity, report, facts);
  }
  const reporters = new Map<Rule, Reporter>(running.map(({ rule, report }) => [rule, report]));
  reportAddresses(facts, (rule) => reporters.get(rule));
}

/**
 * The severity of each rule in this run: the caller's by id, by alias, else that of the profile. What
 * is off in a profile is not about its carrier, and stays off.
 */
function severities({ options, profile }: MessageFacts): (rule: Rule) => Severity | 'off' {
  const only = options.only && new Set(options.only.flatMap((id) => known('only', id)));
  const chosen = new Map<Rule, Severity | 'off'>();
  for (const [id, severity] of Object.entries(options.severity ?? {})) {
    for (const rule of known('severity', id)) {
      if (id === rule.id || options.severity?.[rule.id] === undefined) chosen.set(rule, severity);
    }
  }
  return (rule) => {
    const usual = rule.severity[profile];
    if (usual === 'off' || only?.has(rule) === false) return 'off';
    return chosen.get(rule) ?? usual;
  };
}

function known(what: string, id: string): readonly Rule[] {
  const rules = rulesNamed(id);
  if (rules.length === 0) throw unknownRule(what, id);
  return rules;
}

function parts(message: RawMessage): {
  readonly octets: Uint8Array;
  readonly envelope: Pick<PreflightOptions, 'destinations' | 'source'>;
} {
  const { octets, envelope } = message ?? {};
  if (!isOctets(octets)) {
    throw new MimewrightError(
      'value-type',
      `message is neither a Uint8Array nor a RawMessage: ${quoted(message)}`,
    );
  }
  const record = recordArgument('envelope', envelope, ['from', 'to']);
  const from = record.get('from');
  return {
    octets: octetsArgument('message.octets', octets),
    envelope: {
      destinations: checkTexts('envelope: to', record.get('to')),
      ...(from !== undefined && { source: stringArgument('envelope: from', from) }),
    },
  };
}

function reportOf(
  facts: MessageFacts,
  findings: Report['findings'],
  omitted: Report['omitted'],
): Report {
  const { octets, limits } = facts;
  const errors = findings.filter(({ severity }) => severity === 'error');
  return Object.freeze({
    refused: findings.some(({ ses }) => ses?.refuses === true),
    ok: errors.length === 0,
    findings,
    errors: Object.freeze(errors),
    omitted,
    sizeOctets: octets.length,
    sizeLimitOctets: limits.messageOctets.most,
    requestOctets: Math.ceil(octets.length / 3) * 4,
    recipientCount: facts.recipientCount,
    recipientLimit: limits.recipients.most,
    parts: Object.freeze(facts.entities.map(partSummary)),
  });
}

function partSummary(entity: Entity): PartSummary {
  const { filename, contentId, body } = entity;
  return Object.freeze({
    path: entity.path,
    type: entity.mediaType.essence,
    encoding: entity.transferEncoding,
    octets: body.end - body.start,
    decodedOctets: entity.decodedOctets,
    ...(filename !== undefined && { filename }),
    ...(contentId !== undefined && { cid: contentId }),
  });
}
