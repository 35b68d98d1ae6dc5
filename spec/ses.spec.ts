/** The way to SES from end to end: composed, sent by the real clients, read by outside readers. */

import { domainToASCII } from 'node:url';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose, type MessageBuilder } from '../lib/index.ts';
import { sendEmailInput, sendRawEmailInput, simulator } from '../lib/ses.ts';
import { sesV1Client, sesV2Client } from './support/clients.ts';
import { startEmulator } from './support/emulator.ts';
import { fixture } from './support/fixture.ts';
import { notRun } from './support/not-run.ts';
import { output } from './support/program.ts';
import {
  comparable,
  pythonIsHere,
  type ReadMailbox,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from './support/readers.ts';
import { startSesEndpoint } from './support/ses-endpoint.ts';
import type { SesRequest } from './support/ses-request.ts';

const test = suite('ses');

const readers = [readWithPostalMime, readWithMailparser];
if (pythonIsHere()) readers.push(readWithPython);
else notRun('readings of sent messages by Python: python3 is not installed');

/** A file of a message: its name, and its octets as the caller gave them. */
type File = readonly [filename: string | undefined, octets: Buffer];

/** A message, and what its author wrote. */
interface Written {
  readonly title: string;
  readonly message: MessageBuilder;
  readonly from: ReadMailbox;
  readonly to: readonly ReadMailbox[];
  readonly cc: readonly ReadMailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly files: readonly File[];
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

const pdf = fixture('receipt.pdf');
const png = fixture('logo.png');
const invitation = fixture('invitation.ics');

const receipt: Written = {
  title: 'a receipt with a picture and a PDF',
  message: compose()
    .from('Café Łódź <billing@example.com>')
    .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' }, '"Doe, Ann" <ann@example.net>')
    .cc('記録 <archive@例え.example>')
    .bcc('audit@example.org')
    .subject('Your receipt ☕ =?utf-8?q?no?=')
    .text(fixture('receipt.txt').toString())
    .html(fixture('receipt.html').toString())
    .embed({ cid: 'logo@example.com', content: png, type: 'image/png', filename: 'logo.png' })
    .attach({ content: pdf, filename: 'facture-été – détail 第1章.pdf' }),
  from: { name: 'Café Łódź', address: 'billing@example.com' },
  to: [
    { name: 'Zoë Müller', address: 'zoe@xn--bcher-kva.example' },
    { name: 'Doe, Ann', address: 'ann@example.net' },
  ],
  cc: [{ name: '記録', address: 'archive@xn--r8jz45g.example' }],
  subject: 'Your receipt ☕ =?utf-8?q?no?=',
  text: fixture('receipt.txt').toString(),
  html: fixture('receipt.html').toString(),
  files: [
    ['logo.png', png],
    ['facture-été – détail 第1章.pdf', pdf],
  ],
  envelope: {
    from: 'billing@example.com',
    to: [
      'zoe@xn--bcher-kva.example',
      'ann@example.net',
      'archive@xn--r8jz45g.example',
      'audit@example.org',
    ],
  },
};

const newsletter: Written = {
  title: 'a newsletter in four languages',
  message: compose()
    .from('news@example.com')
    .returnPath('bounces@example.com')
    .to(simulator.success)
    .subject('Zażółć gęślą jaźń, '.repeat(12))
    .text(fixture('newsletter.txt').toString())
    .html(fixture('newsletter.html').toString()),
  from: { name: '', address: 'news@example.com' },
  to: [{ name: '', address: simulator.success }],
  cc: [],
  subject: 'Zażółć gęślą jaźń, '.repeat(12),
  text: fixture('newsletter.txt').toString(),
  html: fixture('newsletter.html').toString(),
  files: [],
  envelope: { from: 'bounces@example.com', to: [simulator.success] },
};

const chapters: Written = {
  title: 'chapters in Japanese with octets of every value',
  message: compose()
    .from({ name: '旅人, "山" <x@y>', address: 'tabi@example.com' })
    .to('reader@example.net')
    .subject('第1章　珈琲店の便り')
    .text(fixture('cjk.txt').toString())
    .attach({ content: everyOctet(), filename: 'all.bin' })
    .attach({ content: 'a\nb\r\nc\r', filename: 'ends.txt' }),
  from: { name: '旅人, "山" <x@y>', address: 'tabi@example.com' },
  to: [{ name: '', address: 'reader@example.net' }],
  cc: [],
  subject: '第1章　珈琲店の便り',
  text: fixture('cjk.txt').toString(),
  html: undefined,
  files: [
    ['all.bin', everyOctet()],
    ['ends.txt', Buffer.from('a\nb\r\nc\r')],
  ],
  envelope: { from: 'tabi@example.com', to: ['reader@example.net'] },
};

const all = [receipt, newsletter, chapters];

for (const written of all) {
  const { title, message, envelope, files } = written;
  const raw = message.build();

  test(`${title}: every octet and the envelope arrive through either API`, async () => {
    const [v1, v2] = await arrived([sendRawEmailInput(raw)], [sendEmailInput(raw)]);
    assert.ok(v1?.octets.equals(raw.octets));
    assert.ok(v2?.octets.equals(raw.octets));
    assert.equal(v1?.destinations, envelope.to);
    assert.equal(v2?.destinations, envelope.to);
    assert.is(v1?.source, envelope.from);
    assert.is(v2?.feedbackForwarding ?? written.from.address, envelope.from);
    assert.is(v2?.fromEmailAddress, undefined);
  });

  for (const read of readers) {
    test(`${title}: ${read.name} reads what was written`, async () => {
      const [request] = await arrived([sendRawEmailInput(raw)], []);
      const reading = await read(request?.octets ?? Buffer.alloc(0));
      assert.is(reading.subject, written.subject);
      assert.equal(reading.from, [written.from]);
      assert.equal(withALabels(reading.to), written.to);
      assert.equal(withALabels(reading.cc), written.cc);
      assert.is(comparable(reading.text), comparable(written.text));
      assert.is(comparable(reading.html), comparable(written.html));
      assert.equal(
        reading.attachments.map(({ filename }) => filename),
        files.map(([name]) => name),
      );
      for (const [index, [, octets]] of files.entries()) {
        assert.ok(reading.attachments[index]?.octets.equals(octets), `file ${index}`);
      }
      assert.equal(reading.defects, []);
    });
  }
}

test('an invitation: every reader finds the calendar and the file', async () => {
  const raw = compose()
    .from('Café Łódź <billing@example.com>')
    .to('zoe@bücher.example')
    .subject('Dégustation d’hiver')
    .text('Venez à l’heure.')
    .calendar(invitation.toString(), { method: 'REQUEST', attachAs: 'invitation.ics' })
    .build();
  const [request] = await arrived([], [sendEmailInput(raw)]);
  for (const read of readers) {
    const { attachments } = await read(request?.octets ?? Buffer.alloc(0));
    for (const { octets } of attachments) {
      // postal-mime gives calendars, in base64 or not, with LF.
      const asRead = read === readWithPostalMime ? withLf(invitation) : invitation;
      assert.is(octets.toString(), asRead.toString(), read.name);
    }
    assert.equal(
      attachments.map(({ filename }) => filename),
      [undefined, 'invitation.ics'],
    );
  }
});

test('aws-ses-v2-local keeps what was written, from either API', async () => {
  const emulator = await startEmulator();
  const [v1, v2] = [sesV1Client(emulator.url), sesV2Client(emulator.url)];
  try {
    for (const { message } of all) {
      const raw = message.build();
      await v1.send(new SendRawEmailCommand(sendRawEmailInput(raw)));
      await v2.send(new SendEmailCommand(sendEmailInput(raw)));
    }
    const stored = await emulator.store();
    assert.is(stored.length, 2 * all.length);
    for (const [index, { subject, body, attachments }] of stored.entries()) {
      const written = all[index >> 1];
      assert.is(subject, written?.subject);
      assert.is(comparable(body.text), comparable(written?.text));
      if (written?.html !== undefined)
        assert.is(comparable(body.html), comparable(withPictures(written.html)));
      assert.equal(
        attachments.map(({ filename, content }) => [filename, content]),
        written?.files.map(([filename, octets]) => [filename, octets.toString('base64')]),
      );
    }
  } finally {
    v1.destroy();
    v2.destroy();
    await emulator.close();
  }
});

test('a message of ten megabytes arrives', async () => {
  const [from, to] = ['billing@example.com', 'ann@example.net'];
  const file = { content: Buffer.alloc(7_300_000, pdf), filename: 'scans.pdf' };
  const { octets } = compose().from(from).to(to).attach(file).build();
  assert.ok(octets.length > 9_900_000 && octets.length <= 10_485_760);
  const endpoint = await startSesEndpoint();
  const program = ['--import', 'tsx', 'spec/support/send-by-both-apis.ts'];
  try {
    await output(process.execPath, [...program, endpoint.url, from, to], { stdin: octets });
    assert.is(endpoint.requests.length, 2);
    for (const { octets: arrived } of endpoint.requests) assert.ok(arrived?.equals(octets));
  } finally {
    await endpoint.close();
  }
});

/** What arrives at an endpoint of its own. */
async function arrived(
  v1Inputs: readonly ReturnType<typeof sendRawEmailInput>[],
  v2Inputs: readonly ReturnType<typeof sendEmailInput>[],
): Promise<readonly SesRequest[]> {
  const endpoint = await startSesEndpoint();
  const [v1, v2] = [sesV1Client(endpoint.url), sesV2Client(endpoint.url)];
  try {
    for (const input of v1Inputs) await v1.send(new SendRawEmailCommand(input));
    for (const input of v2Inputs) await v2.send(new SendEmailCommand(input));
    return endpoint.requests;
  } finally {
    v1.destroy();
    v2.destroy();
    await endpoint.close();
  }
}

function withLf(text: Buffer): Buffer {
  return Buffer.from(text.toString().replace(/\r\n/g, '\n'));
}

function everyOctet(): Buffer {
  return Buffer.from(Array.from({ length: 512 }, (_, n) => n & 255));
}

/** The emulator puts pictures into the HTML that shows them. */
function withPictures(html: string): string {
  return html.replaceAll('cid:logo@example.com', `data:image/png;base64,${png.toString('base64')}`);
}

/** mailparser gives domains as U-labels. */
function withALabels(mailboxes: readonly ReadMailbox[]): readonly ReadMailbox[] {
  return mailboxes.map(({ name, address }) => {
    const at = address.lastIndexOf('@') + 1;
    return { name, address: address.slice(0, at) + domainToASCII(address.slice(at)) };
  });
}

test.run();
