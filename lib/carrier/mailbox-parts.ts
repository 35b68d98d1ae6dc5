/** The two parts of an address as SES compares them: RFC 5321 §2.4. */

import { domainToAscii } from '../header/domain.ts';
import { parseApiRecipient } from './address-grammar.ts';

export interface MailboxParts {
  /** Without quotes and escapes; '' where there is none. */
  readonly localPart: string;
  /** A-labels in lower case; what is no domain stays as it is, in lower case. '' where there is none. */
  readonly domain: string;
}

/** What two addresses have in common that name one mailbox; the local part keeps its case. */
export function mailboxParts(address: string): MailboxParts {
  const at = address.lastIndexOf('@');
  if (at === -1) return { localPart: unquoted(address), domain: '' };
  return { localPart: unquoted(address.slice(0, at)), domain: foldedDomain(address.slice(at + 1)) };
}

/** The addr-spec of a mailbox as a request names it, with a display name or without. */
export function addrSpecOf(mailbox: string): string {
  const [only] = parseApiRecipient(mailbox).mailboxes;
  return only?.address ?? mailbox;
}

/** The same for two addresses of one mailbox, and for no others: RFC 5321 §2.4. */
export function mailboxKey(address: string): string {
  const { localPart, domain } = mailboxParts(address);
  return `${localPart}@${domain}`;
}

/** Total: SES has its own word for what is no domain. */
export function foldedDomain(domain: string): string {
  try {
    return domainToAscii(domain);
  } catch {
    return domain.toLowerCase();
  }
}

function unquoted(localPart: string): string {
  const isQuoted = localPart.length > 1 && localPart.startsWith('"') && localPart.endsWith('"');
  return isQuoted ? localPart.slice(1, -1).replace(/\\(.)/gs, '$1') : localPart;
}
