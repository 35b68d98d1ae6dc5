/** A program: sends the octets of stdin to the endpoint named, by way of each API's real client. */

// A process of its own: the v1 client tests all of the base64 with one regular expression, and in a
// process that has run many others V8 was seen to answer ten megabytes with a RangeError.

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { sendEmailInput, sendRawEmailInput } from '../../lib/ses.ts';
import { sesV1Client, sesV2Client } from './clients.ts';

const [url = '', from = '', ...to] = process.argv.slice(2);
const pieces: Uint8Array[] = [];
for await (const piece of process.stdin) pieces.push(piece);
const raw = { octets: Buffer.concat(pieces), envelope: { from, to } };

await sesV1Client(url).send(new SendRawEmailCommand(sendRawEmailInput(raw)));
await sesV2Client(url).send(new SendEmailCommand(sendEmailInput(raw)));
