/** A local SES endpoint that keeps every octet: the v1 Query and the v2 JSON protocol. */

import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { listen } from './loopback.ts';
import { readJson, readQuery, type SesRequest } from './ses-request.ts';

/** An endpoint that listens; hand `url` to an AWS client as its `endpoint`. */
export interface SesEndpoint {
  readonly url: string;
  /** Every call that was accepted, in order. */
  readonly requests: readonly SesRequest[];
  readonly close: () => Promise<void>;
}

/** The most recipients of one call, for v1 and v2 alike. */
const RECIPIENT_LIMIT = 50;

/** Starts an endpoint of its own on a free port of the loopback interface. */
export async function startSesEndpoint(): Promise<SesEndpoint> {
  const requests: SesRequest[] = [];
  const server = createServer((request, response) => {
    answer(request, response, requests).catch((error: unknown) => response.destroy(asError(error)));
  });
  return { ...(await listen(server)), requests };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: SesRequest[],
): Promise<void> {
  const body = await bodyOf(request);
  const protocol = request.url === '/v2/email/outbound-emails' ? json : query;
  const call = protocol.read(body);
  const refuse = (text: string): void => {
    response.writeHead(400, protocol.fields.refused).end(protocol.fault(text));
  };
  if (call === undefined) return refuse('the raw message is missing');
  const refusal = refusalOf(call);
  if (refusal !== undefined) return refuse(refusal);
  requests.push(call);
  const messageId = `local-${String(requests.length).padStart(6, '0')}`;
  response.writeHead(200, protocol.fields.accepted).end(protocol.accepted(messageId));
}

interface Protocol {
  readonly fields: Readonly<Record<'accepted' | 'refused', OutgoingHttpHeaders>>;
  read(body: string): SesRequest | undefined;
  accepted(messageId: string): string;
  fault(text: string): string;
}

const query: Protocol = {
  fields: { accepted: { 'content-type': 'text/xml' }, refused: { 'content-type': 'text/xml' } },
  read: readQuery,
  accepted: (messageId) =>
    `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
  fault: (text) =>
    `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>${text}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
};

const json: Protocol = {
  fields: {
    accepted: { 'content-type': 'application/json' },
    refused: { 'content-type': 'application/json', 'x-amzn-errortype': 'BadRequestException' },
  },
  read: readJson,
  accepted: (messageId) => JSON.stringify({ MessageId: messageId }),
  fault: (text) => JSON.stringify({ message: text }),
};

/** SES's text when it would refuse the call; this endpoint knows two of its reasons. */
function refusalOf({
  octets,
  source,
  fromEmailAddress,
  destinations,
}: SesRequest): string | undefined {
  const isSenderKnown = source !== undefined || fromEmailAddress !== undefined || hasFrom(octets);
  if (!isSenderKnown) return "Missing required header 'From'.";
  if (destinations.length > RECIPIENT_LIMIT) return `Recipient count exceeds ${RECIPIENT_LIMIT}.`;
  return undefined;
}

function hasFrom(octets: Buffer): boolean {
  const [headerSection = ''] = octets.toString('latin1').split(/\r?\n\r?\n/, 1);
  return /^from[ \t]*:/im.test(headerSection);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
