/** Shows the whole way on real input, without an account or a network: `npm run demo`. */

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { preflight, type RawMessage } from 'mimewright';
import { renderText } from 'mimewright/report';
import { sendEmailInput, sendRawEmailInput } from 'mimewright/ses';
import { sesV1Client, sesV2Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { type SesEndpoint, startSesEndpoint } from '../support/ses-endpoint.ts';
import { partTree } from './part-tree.ts';
import { receipt } from './receipt.ts';

const raw = receipt();
const report = preflight(raw);
say('1. A receipt, composed from the files in fixtures/: its header section', headerSection(raw));
say('2. Its parts', partTree(report.parts));
say('3. Its preflight', renderText([{ name: 'receipt', report }]));

const endpoint = await startSesEndpoint();
say(`4. Sent through the AWS SDK to a local endpoint, ${endpoint.url}`, await send(raw, endpoint));
await endpoint.close();

const name = 'fixtures/foreign/forwarded-at-night.eml';
const foreign = preflight(fixture('foreign/forwarded-at-night.eml'));
say(
  '5. The preflight of a message that somebody else built',
  renderText([{ name, report: foreign }]),
);

/** Sends a message through both APIs of SES, and says what each one answered. */
async function send(message: RawMessage, { url, requests }: SesEndpoint): Promise<string> {
  const [v1, v2] = [sesV1Client(url), sesV2Client(url)];
  const first = await v1.send(new SendRawEmailCommand(sendRawEmailInput(message)));
  const second = await v2.send(new SendEmailCommand(sendEmailInput(message)));
  v1.destroy();
  v2.destroy();
  return requests
    .map(({ api, octets, destinations }, index) => {
      if (!octets.equals(message.octets)) throw new Error(`API ${api}: other octets arrived`);
      const { MessageId } = index === 0 ? first : second;
      return (
        `API ${api}: MessageId ${MessageId}, to ${destinations.join(' and ')}\n` +
        `        ${octets.length} octets arrived, equal to those built\n`
      );
    })
    .join('');
}

function headerSection({ octets }: RawMessage): string {
  const text = Buffer.from(octets).toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n') + 2).replaceAll('\r\n', '\n');
}

function say(heading: string, text: string): void {
  console.log(`${heading}\n\n${text}`);
}
