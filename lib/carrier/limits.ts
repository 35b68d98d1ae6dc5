/** How much SES takes: the size of a message, its recipients, its parts, one mailbox. */

import type { Evidence } from './evidence.ts';

/** The ways into the carrier, as options spell them; `smtp` is its SMTP endpoint. */
export const profiles = ['ses-v1', 'ses-v2', 'smtp'] as const;
export type Profile = (typeof profiles)[number];

/** One number of the carrier: the greatest value that still passes, and how we know it. */
export interface Limit {
  readonly most: number;
  /** What passes in every reading of what is documented, where that is less. */
  readonly surely?: number;
  readonly evidence: Evidence;
  /** Page or report that says so. */
  readonly source: string;
}

/** All numbers that hold for one message. */
export interface Limits {
  /** Octets of the finished message; the base64 around it in a request is not counted. */
  readonly messageOctets: Limit;
  /** To, Cc and Bcc together; each member of a group counts. */
  readonly recipients: Limit;
  /** Octets of one mailbox as it is written: display name, as encoded-words, and address. */
  readonly mailboxOctets: Limit;
  /** Entities of the message; whether multiparts count is unknown, so count every one. */
  readonly parts: Limit;
}

const QUOTAS = 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html';

/** 10 MiB; the number itself stands in the text that SES answers to one octet more. */
const V1_MESSAGE_OCTETS: Limit = {
  most: 10_485_760,
  evidence: 'observed',
  source: 'https://github.com/aws/aws-sdk-go-v2/issues/1774',
};

/** 40 MB are documented; that they are MiB, as for v1, is inferred. */
const V2_MESSAGE_OCTETS: Limit = {
  most: 41_943_040,
  surely: 40_000_000,
  evidence: 'inferred',
  source: QUOTAS,
};

const COMMON = {
  recipients: { most: 50, evidence: 'documented', source: QUOTAS },
  mailboxOctets: {
    most: 320,
    evidence: 'observed',
    source: 'https://github.com/zulip/zulip/issues/17558',
  },
  parts: { most: 500, evidence: 'documented', source: QUOTAS },
} as const;

/** The limits of each profile. */
export const sesLimits: Readonly<Record<Profile, Limits>> = {
  'ses-v1': { ...COMMON, messageOctets: V1_MESSAGE_OCTETS },
  'ses-v2': { ...COMMON, messageOctets: V2_MESSAGE_OCTETS },
  smtp: { ...COMMON, messageOctets: V2_MESSAGE_OCTETS },
};
