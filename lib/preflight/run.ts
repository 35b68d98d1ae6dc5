/** Preflight: every rule over one message, and the report of it. */

import { type Profile, sesLimits } from '../carrier/limits.ts';
import type { RawMessage } from '../model/message.ts';
import type { Entity } from '../reader/entity.ts';
import { reportAddresses } from './addresses.ts';
import { Collector } from './collector.ts';
import { messageParts, withEnvelope } from './envelope.ts';
import { MessageFacts } from './facts.ts';
import type { Leave } from './mending/leave.ts';
import { Mending } from './mending/mending.ts';
import { reportDefects } from './noticed.ts';
import { checkOptions, type PreflightOptions } from './options.ts';
import { planOf } from './plan.ts';
import type { PartSummary, Report, SizeReadings } from './report.ts';
import type { Reporter, Rule } from './rule.ts';
import { rawDataRule } from './rules/ses/raw-data.ts';

/**
 * Says, offline, what the carrier would refuse, rewrite or break in a message from any source.
 *
 * @param message Any octets: bad mail never throws. Of a {@link RawMessage}, the envelope stands in
 * for options as {@link PreflightOptions} tells.
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
  const parts = messageParts(message);
  return look(parts.octets, withEnvelope(parts, checked)).report;
}

/** A report, and what can be mended of what it tells. */
export interface Look {
  readonly report: Report;
  readonly mending: Mending;
}

/** Runs the rules; options are checked. */
export function look(octets: Buffer, options: PreflightOptions, leave?: Leave): Look {
  const facts = new MessageFacts(octets, options);
  const mending = new Mending(facts, leave);
  const collector = new Collector(facts, mending);
  runRules(facts, collector);
  return { report: reportOf(facts, collector.findings(), collector.omitted()), mending };
}

function runRules(facts: MessageFacts, collector: Collector): void {
  const { messageRules, entityRules, namings, severities } = planOf(facts);
  const isMessage = facts.dataFault === undefined || !severities.has(rawDataRule);
  if (!isMessage) collector.tellAlone(rawDataRule);
  const reporterOf = (rule: Rule): Reporter | undefined => {
    const severity = severities.get(rule);
    return severity && collector.reporter(rule, severity);
  };
  for (const { rule, severity } of messageRules) {
    rule.check(facts, collector.reporter(rule, severity));
  }
  for (const { rule, severity } of entityRules) {
    const report = collector.reporter(rule, severity);
    const entities = rule.looksIntoAttached ? facts.entities : facts.own.all;
    for (const entity of entities) rule.check(entity, report, facts);
  }
  reportDefects(facts, namings, reporterOf);
  reportAddresses(facts, reporterOf);
}

function reportOf(
  facts: MessageFacts,
  findings: Report['findings'],
  omitted: Report['omitted'],
): Report {
  const { octets, limits } = facts;
  const requestOctets = Math.ceil(octets.length / 3) * 4;
  const errors = findings.filter(({ severity }) => severity === 'error');
  return Object.freeze({
    refused: findings.some(({ ses }) => ses?.refuses === true),
    ok: errors.length === 0,
    findings,
    errors: Object.freeze(errors),
    omitted,
    sizeOctets: octets.length,
    sizeLimitOctets: limits.messageOctets.most,
    requestOctets,
    sizes: Object.freeze({
      'ses-v1': sizeReadings('ses-v1', octets.length, requestOctets),
      'ses-v2': sizeReadings('ses-v2', octets.length, requestOctets),
    }),
    recipientCount: facts.recipientCount,
    recipientLimit: limits.recipients.most,
    parts: Object.freeze(facts.entities.map(partSummary)),
  });
}

function sizeReadings(profile: Profile, octets: number, requestOctets: number): SizeReadings {
  const { most } = sesLimits[profile].messageOctets;
  return Object.freeze({
    limitOctets: most,
    fits: octets <= most,
    fitsAsRequest: requestOctets <= most,
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
