/** List management as it is asked for: by the member of API v2, else by the field. */

import {
  type ListManagement,
  type ListManagementFault,
  parseListManagementOptions,
} from '../../../carrier/list-management-options.ts';
import { nameFault } from '../../../carrier/names.ts';
import type { MessageFacts } from '../../facts.ts';
import { holdsPlaceholder } from '../../template.ts';
import { type Asked, askedByField, inOption } from './asked.ts';

/** What is asked for, with the text that spans count characters of. */
export interface AskedList extends Asked {
  readonly management: ListManagement;
}

/** What counts. */
export function askedList(facts: MessageFacts): AskedList | undefined {
  return listByOption(facts) ?? listByField(facts);
}

export function listByField(facts: MessageFacts): AskedList | undefined {
  const field = askedByField(facts, 'x-ses-list-management-options');
  return field && { ...field, management: parseListManagementOptions(field.text) };
}

/** Its text is what the field would say. API v1 has no member for it. */
export function listByOption({ options, profile }: MessageFacts): AskedList | undefined {
  const { listManagement: list, template } = options;
  if (list === undefined || profile !== 'ses-v2') return undefined;
  const { contactList, topic } = list;
  const head = topic === undefined ? contactList : `${contactList}; topic=`;
  const text = `${head}${topic ?? ''}`;
  const faults = [
    ...faultsOf(contactList, 0),
    ...(topic === undefined ? [] : faultsOf(topic, head.length)),
  ];
  return {
    by: 'option',
    name: 'listManagement',
    text,
    isJudged: !(template && holdsPlaceholder(text)),
    placeOf: inOption('listManagement'),
    management: { contactList, topic, faults },
  };
}

function faultsOf(name: string, from: number): readonly ListManagementFault[] {
  const fault = nameFault(name);
  if (fault === undefined) return [];
  const { clause, start, end } = fault;
  return [{ found: name, clause, start: from + start, end: from + end }];
}
