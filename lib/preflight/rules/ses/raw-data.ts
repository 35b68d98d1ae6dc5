/** Octets that are no message but something made of one. */

import { atSes, type MessageRule } from '../../rule.ts';

/** Where it tells of something, nothing else of the message is as it seems, and nothing else is told. */
export const rawDataRule: MessageRule = {
  kind: 'message',
  id: 'ses/raw-data-not-mime',
  aliases: [],
  about: 'form',
  severity: atSes('error'),
  summary: 'The octets are a message, neither base64 nor JSON nor UTF-16 of one',
  remedy: 'Hand the SDK the raw octets once: it adds the base64 of the request itself.',
  sources: [
    'https://docs.aws.amazon.com/ses/latest/APIReference/API_RawMessage.html',
    'https://github.com/aws/aws-sdk-js/issues/4121',
    'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/123',
  ],
  check({ octets, dataFault }, report) {
    if (dataFault === undefined) return;
    report({ start: 0, end: octets.length }, `no message, but ${dataFault}`, {
      // Said to a string that a client of 2022 had garbled, and to data decoded twice.
      text: 'Empty header names are illegal.',
      refuses: false,
      evidence: 'inferred',
    });
  },
};
