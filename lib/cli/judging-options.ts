/** The options that say by whose rules messages are judged, and what only the caller knows. */

import { type PreflightOptions, preflight, profiles, type Severity } from '../index.ts';
import { asUsage } from './bad-call.ts';
import { itself, oneOf, PROFILES } from './choice.ts';
import { idsOf } from './exceptions.ts';
import { identitiesOf } from './identities.ts';
import type { Io } from './io.ts';
import { keyRecordOption } from './key-records.ts';
import { timeOf, timeOption } from './moment.ts';
import type { Arguments, Option } from './option.ts';
import { sesOptions, sesOptionsOf } from './ses-options.ts';
import { UsageError } from './usage-error.ts';

const SEVERITIES = itself(['error', 'warning', 'info', 'off']);
const KINDS = itself(['bulk', 'transactional']);

/** Of every command that judges messages. */
export const profileOption: Option = {
  name: 'profile',
  value: 'PROFILE',
  help: `whose rules apply: ${profiles.join(', ')} (ses-v1)`,
};

const rules = 'Rules';
const account = 'What only you know';

/** Of `check`, `fix` and `explain`. */
export const judgingOptions: readonly Option[] = [
  { ...profileOption, group: rules },
  {
    name: 'only',
    value: 'RULE',
    repeats: true,
    group: rules,
    help: 'the only rules to run, by id or alias',
  },
  { name: 'ignore', value: 'RULE', repeats: true, group: rules, help: 'a rule that is not run' },
  {
    name: 'severity',
    value: 'RULE=LEVEL',
    repeats: true,
    group: rules,
    help: 'how severe a rule is: error, warning, info or off',
  },
  { name: 'template', group: rules, help: 'placeholders and absent recipients are no faults' },
  {
    name: 'kind',
    value: 'KIND',
    group: rules,
    help: 'what the mail is for: bulk or transactional',
  },
  ...sesOptions,
  {
    name: 'identity',
    value: 'IDENTITY',
    repeats: true,
    group: account,
    help: 'a domain or address that is verified at SES; with one, all others are not',
  },
  {
    name: 'identities',
    value: 'FILE',
    group: account,
    help: 'verified identities, one a line, or the JSON of aws ses list-identities',
  },
  {
    name: 'sandbox',
    group: account,
    help: 'the account is in the sandbox: recipients must be verified too',
  },
  {
    name: 'region',
    value: 'REGION',
    group: account,
    help: 'where the request goes, as in eu-west-1',
  },
  { name: 'tracking', group: account, help: 'SES tracks opens or clicks, and so edits bodies' },
  {
    name: 'quota',
    value: 'MAX,SENT[,RATE]',
    group: account,
    help: 'recipients in 24 hours, sent so far, and a second (-1 for no limit)',
  },
  { ...keyRecordOption, group: account },
  { ...timeOption('when it is sent, for dates and signatures that expire'), group: account },
];

/** What the arguments say, on top of what a configuration says. @throws {UsageError} */
export async function judgingOf(
  args: Arguments,
  configured: PreflightOptions,
  io: Io,
): Promise<PreflightOptions> {
  const kind = args.text('kind');
  const only = args.texts('only').map((rule) => knownRule('--only', rule));
  const identities = await identitiesOf(args, io);
  const severity = { ...configured.severity, ...severitiesOf(args) };
  const now = timeOf(args);
  return checked({
    ...configured,
    ...profileOf(args, io),
    ...(only.length > 0 && { only }),
    ...(Object.keys(severity).length > 0 && { severity }),
    ...(args.has('template') && { template: true }),
    ...(kind !== undefined && { kind: oneOf('--kind', kind, KINDS) }),
    ...sesOptionsOf(args),
    ...(identities.length > 0 && { identities }),
    ...(args.has('sandbox') && { sandbox: true }),
    ...(args.has('region') && { region: args.text('region') ?? '' }),
    ...(args.has('tracking') && { tracking: true }),
    ...quotaOf(args.text('quota')),
    ...(now !== undefined && { now }),
  });
}

/** The profile of the arguments, else of the environment; none if neither names one. */
export function profileOf(args: Arguments, { env }: Io): Pick<PreflightOptions, 'profile'> {
  const given = args.text('profile');
  if (given !== undefined) return { profile: oneOf('--profile', given, PROFILES) };
  const usual = env.MIMEWRIGHT_PROFILE;
  return usual ? { profile: oneOf('MIMEWRIGHT_PROFILE', usual, PROFILES) } : {};
}

/** The same options, once preflight has taken them: of none there is nothing to be said. */
function checked(options: PreflightOptions): PreflightOptions {
  if (Object.keys(options).length > 0) asUsage(() => preflight(new Uint8Array(), options));
  return options;
}

/** @throws {UsageError} */
export function knownRule(what: string, rule: string): string {
  if (idsOf(rule).length > 0) return rule;
  throw new UsageError(`${what}: no rule ${JSON.stringify(rule)}; mimewright rules lists them`);
}

function severitiesOf(args: Arguments): Readonly<Record<string, Severity | 'off'>> {
  const ignored = args.texts('ignore').map((rule) => [knownRule('--ignore', rule), 'off'] as const);
  const set = args.texts('severity').map((text) => {
    const equals = text.lastIndexOf('=');
    if (equals < 1)
      throw new UsageError(`--severity takes RULE=LEVEL, not ${JSON.stringify(text)}`);
    const rule = knownRule('--severity', text.slice(0, equals));
    return [rule, oneOf('--severity', text.slice(equals + 1), SEVERITIES)] as const;
  });
  return Object.fromEntries([...ignored, ...set]);
}

function quotaOf(text: string | undefined): Pick<PreflightOptions, 'quota'> {
  if (text === undefined) return {};
  const [max = '', sent = '', rate, ...rest] = text.split(',').map((one) => one.trim());
  const numbers = [max, sent, rate ?? '1'].map((one) => (one === '' ? Number.NaN : Number(one)));
  if (rest.length > 0 || numbers.some(Number.isNaN)) {
    throw new UsageError(`--quota takes MAX,SENT[,RATE], not ${JSON.stringify(text)}`);
  }
  const [max24HourSend = 0, sentLast24Hours = 0, maxSendRate = 1] = numbers;
  return {
    quota: { max24HourSend, sentLast24Hours, ...(rate !== undefined && { maxSendRate }) },
  };
}
