"""Reads messages with Python's email package: one base64 line in, one line of JSON out."""

import base64
import email
import email.policy
import functools
import json
import sys

# The package parses a field anew at every look; here each is looked at several times.
policy = email.policy.default.clone(
    header_factory=functools.lru_cache(maxsize=512)(email.policy.default.header_factory)
)


def mailboxes(message, name):
    return [
        {"name": mailbox.display_name, "address": mailbox.addr_spec}
        for field in message.get_all(name, [])
        for mailbox in field.addresses
    ]


def groups(message, name):
    return [
        {
            "name": group.display_name,
            "members": [
                {"name": mailbox.display_name, "address": mailbox.addr_spec}
                for mailbox in group.addresses
            ],
        }
        for field in message.get_all(name, [])
        for group in field.groups
        if group.display_name is not None
    ]


def leaves(entity):
    """The parts that hold content; an attached message is one of them."""
    if entity.get_content_maintype() == "multipart" and entity.is_multipart():
        for child in entity.iter_parts():
            yield from leaves(child)
    else:
        yield entity


def octets(part):
    if part.is_multipart():
        as_read = policy.clone(linesep="\r\n", refold_source="none")
        return b"".join(child.as_bytes(policy=as_read) for child in part.get_payload())
    return part.get_payload(decode=True) or b""


def present(members):
    return {name: value for name, value in members.items() if value is not None}


def attachment(part):
    cid = part.get("Content-ID")
    return present({
        "filename": part.get_filename(),
        "type": part.get_content_type(),
        "cid": cid and str(cid).strip("<>"),
        "disposition": part.get_content_disposition(),
        "octets": base64.b64encode(octets(part)).decode(),
    })


def defects(message):
    for part in message.walk():
        for defect in part.defects:
            yield type(defect).__name__
        for name, field in part.items():
            for defect in getattr(field, "defects", ()):
                yield f"{name}: {type(defect).__name__}"


def reading(message):
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    date = message.get("Date")
    return present({
        "subject": message.get("Subject"),
        "from": mailboxes(message, "From"),
        "to": mailboxes(message, "To"),
        "cc": mailboxes(message, "Cc"),
        "replyTo": mailboxes(message, "Reply-To"),
        "groups": [group for name in ("To", "Cc", "Reply-To") for group in groups(message, name)],
        "date": date and date.datetime and date.datetime.isoformat(),
        "messageId": message.get("Message-ID"),
        "inReplyTo": message.get("In-Reply-To"),
        "references": message.get("References"),
        # A part without header fields is false.
        "text": None if text is None else text.get_content(),
        "html": None if html is None else html.get_content(),
        "attachments": [attachment(p) for p in leaves(message) if p is not text and p is not html],
        "defects": list(defects(message)),
    })


for line in sys.stdin.buffer:
    try:
        message = email.message_from_bytes(base64.b64decode(line), policy=policy)
        answer = {"reading": reading(message)}
    except Exception as error:  # a reader that stumbles is an answer, too
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
