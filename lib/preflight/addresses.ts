/** Every address of the message and of the request, by the carrier's grammar. */

import type { AddressFault } from '../carrier/address-fault.ts';
import type { AddressField } from './address-field.ts';
import { AddressList, textOf } from './address-list.ts';
import type { MessageFacts } from './facts.ts';
import type { OptionPlace, SesAnswer } from './report.ts';
import type { RequestAddress } from './request-addresses.ts';
import type { AddressRule, Reporter, Rule } from './rule.ts';
import { addressRules } from './rules/address/rules.ts';
import { isHeaderNameEntry } from './rules/ses/recipient-entries.ts';
import { holdsPlaceholder } from './template.ts';

type ReporterOf = (rule: Rule) => Reporter | undefined;

/** Reports each fault to the rule of its cause. */
export function reportAddresses(facts: MessageFacts, reporterOf: ReporterOf): void {
  for (const field of facts.addressFields) {
    if (!field.isEmpty) reportField(facts, field, reporterOf);
  }
  for (const address of facts.requestAddresses) {
    if (address.isBlank) reportBlank(address, reporterOf);
    else if (!isHeaderNameEntry(facts, address)) reportRequest(facts, address, reporterOf);
  }
}

function reportField(
  { options, root }: MessageFacts,
  { field, text, faults, list }: AddressField,
  reporterOf: ReporterOf,
): void {
  for (const fault of faults) {
    const rule = byCause.get(fault.cause);
    const written = list.excerpt(fault);
    if (rule === undefined || (options.template && holdsPlaceholder(written))) continue;
    const found = textOf(text.slice(fault.start, fault.end));
    const message = rule.describe(fault, { found, written });
    reporterOf(rule)?.({ ...field.spanOf(fault), entity: root, field }, message, answer(rule, fault));
  }
}

function reportRequest(
  { options }: MessageFacts,
  { option, index, text, faults }: RequestAddress,
  reporterOf: ReporterOf,
): void {
  const place = index === undefined ? { option } : { option, index };
  for (const fault of faults) {
    const rule = byCause.get(fault.cause);
    if (rule === undefined || (options.template && holdsPlaceholder(text))) continue;
    const { start, end } = fault;
    const written = new AddressList(text).excerpt(fault);
    const message = rule.describe(fault, { found: text.slice(start, end), written });
    reporterOf(rule)?.option({ in: 'option', ...place, start, end }, message, answer(rule, fault));
  }
}
