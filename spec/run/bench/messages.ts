/** The six messages of the benchmark, said once for all senders. */

import { fixture } from '../../support/fixture.ts';

/** What every sender is asked to build. */
export interface BenchMessage {
  readonly name: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly text: string;
  readonly html?: string;
  readonly attachment?: {
    readonly filename: string;
    readonly type: string;
    readonly content: Buffer;
  };
}

export const author = { name: 'Café Łódź', address: 'billing@example.com' };
export const subject = 'Your receipt ☕ for November';

const MEBIOCTET = 1_048_576;

const zoe = [{ name: 'Zoë Müller', address: 'zoe@example.net' }];
const receipt = {
  to: zoe,
  text: fixture('receipt.txt').toString(),
  html: fixture('receipt.html').toString(),
};

export const messages: readonly BenchMessage[] = [
  { name: 'receipt', ...receipt },
  {
    name: 'fifty',
    to: Array.from({ length: 50 }, (_, at) => ({
      name: `Recipient ${at}`,
      address: `recipient${at}@example.net`,
    })),
    text: receipt.text,
  },
  {
    name: 'newsletter',
    to: zoe,
    text: fixture('newsletter.txt').toString(),
    html: fixture('newsletter.html').toString(),
  },
  {
    name: 'cjk',
    to: zoe,
    text: fixture('cjk.txt').toString(),
    html: `<html><body><p>${fixture('cjk.txt').toString()}</p></body></html>`,
  },
  { name: 'invoice', ...receipt, attachment: pdfOf(MEBIOCTET) },
  { name: 'limit', ...receipt, attachment: pdfOf(7_300_000) },
];

/** Octets that do not repeat, in the length that is due. */
function pdfOf(octets: number): NonNullable<BenchMessage['attachment']> {
  const content = Buffer.alloc(octets);
  let state = 1;
  for (let at = 0; at < octets; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    content[at] = state >>> 16;
  }
  return { filename: 'facture-été.pdf', type: 'application/pdf', content };
}
