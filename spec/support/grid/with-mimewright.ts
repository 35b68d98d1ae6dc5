/** Models as mimewright builds them. */

import { composeFrom } from '../../../lib/builder/compose-from.ts';
import type { MessageSpec } from '../../../lib/builder/message-spec.ts';
import type { File, Model } from './model.ts';

export function buildWithMimewright(model: Model): Uint8Array {
  return composeFrom(specOf(model)).build().octets;
}

function specOf({
  text,
  html,
  encoding,
  fields,
  unsubscribe,
  ses,
  inReplyTo,
  ...model
}: Model): MessageSpec {
  const body = (content: string) => ({ content, ...(encoding !== undefined && { encoding }) });
  const { invitation, embedded = [], attached = [], forwarded = [], name: _, ...rest } = model;
  return {
    ...rest,
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(text !== undefined && { text: body(text) }),
    ...(html !== undefined && { html: body(html) }),
    ...(unsubscribe !== undefined && { listUnsubscribe: { ...unsubscribe, oneClick: true } }),
    ...(ses !== undefined && {
      ses: { configurationSet: ses.configurationSet, tags: Object.fromEntries([ses.tag]) },
    }),
    headers: Object.entries(fields ?? {}).map(([name, value]) => ({ name, text: value })),
    ...(invitation !== undefined && { calendar: { ...invitation, attachAs: 'invite.ics' } }),
    embed: embedded.map(({ cid = '', ...file }) => ({ cid, ...partOf(file) })),
    attachments: attached.map(partOf),
    messages: forwarded.map((message) => ({ content: Buffer.from(message) })),
  };
}

function partOf({ base64, ...file }: File): Omit<File, 'base64'> & { content: Buffer } {
  return { ...file, content: Buffer.from(base64, 'base64') };
}
