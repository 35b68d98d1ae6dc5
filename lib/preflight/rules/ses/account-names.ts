/** Names of what stands in the account: configuration sets and tenants. */

import { nameFault, unknownConfigurationSetText } from '../../../carrier/names.ts';
import { quoted } from '../../../errors.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { asked, askedByField, wholeOf } from './asked.ts';

const TENANTS = 'https://docs.aws.amazon.com/ses/latest/dg/tenants.html';

export const accountNameRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/config-set-name',
    aliases: [],
    about: 'form',
    severity: atSes('error'),
    summary: 'A configuration set is named by 1 to 64 of A-Z, a-z, 0-9, _ and -',
    remedy: 'Write the name of the configuration set as it stands in the account.',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
      'https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html',
    ],
    check(facts, report) {
      const set = asked(facts, 'configurationSet');
      const fault = set?.isJudged ? nameFault(set.text) : undefined;
      if (set === undefined || fault === undefined) return;
      report(set.placeOf(fault), `${set.name}: ${quoted(set.text)} ${fault.clause}`, {
        text: unknownConfigurationSetText(set.text),
        refuses: true,
        evidence: 'documented',
      });
    },
  },
  {
    kind: 'message',
    id: 'ses/tenant-name',
    aliases: [],
    about: 'form',
    // What SES answers to a name that no tenant can have is not known.
    severity: atSes('warning'),
    summary: 'A tenant is named by 1 to 64 of A-Z, a-z, 0-9, _ and -',
    remedy: 'Write the name of the tenant as it stands in the account.',
    sources: [TENANTS],
    check(facts, report) {
      const tenant = asked(facts, 'tenant');
      const fault = tenant?.isJudged ? nameFault(tenant.text) : undefined;
      if (tenant === undefined || fault === undefined) return;
      const message = `${tenant.name}: ${quoted(tenant.text)} ${fault.clause}`;
      report(tenant.placeOf(fault), message, { refuses: false, evidence: 'documented' });
    },
  },
  {
    kind: 'message',
    id: 'ses/tenant-v1',
    aliases: [],
    about: 'choice',
    // It may work: nobody said that it does not.
    severity: { 'ses-v1': 'info', 'ses-v2': 'off', smtp: 'off' },
    summary: 'A tenant is named where the documentation says that SES reads it',
    remedy: 'Send by API v2 with the option tenant, or try it out once.',
    sources: [TENANTS],
    check(facts, report) {
      const tenant = askedByField(facts, 'x-ses-tenant');
      if (tenant === undefined) return;
      report(
        wholeOf(tenant),
        `the tenant ${quoted(tenant.text)} by field: documented for SMTP, not for API v1`,
        { refuses: false, evidence: 'inferred' },
      );
    },
  },
];
