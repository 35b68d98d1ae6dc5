"""Builds messages with Python's EmailMessage: one line of JSON in, one line of JSON out."""

import base64
import email.message
import email.policy
import json
import signal
import sys
from email.headerregistry import Address

policy = email.policy.SMTP.clone(cte_type="7bit")


# Folding some fields takes longer than anybody would wait. CPU time, for one message.
SECONDS = 0.5


def give_up(_number, _frame):
    raise TimeoutError(f"not built within {SECONDS} seconds of CPU time")


signal.signal(signal.SIGVTALRM, give_up)


def mailbox(given):
    return Address(display_name=given.get("name", ""), addr_spec=given["address"])


def built(given):
    message = email.message.EmailMessage(policy=policy)
    message["From"] = mailbox(given["from"])
    for name in ("to", "cc", "bcc"):
        if given[name]:
            message[name.capitalize()] = [mailbox(one) for one in given[name]]
    message["Subject"] = given["subject"]
    for field in given["fields"]:
        message[field["name"]] = field["text"]
    message.set_content(given["text"])
    if "html" in given:
        message.add_alternative(given["html"], subtype="html")
    for attachment in given["attachments"]:
        maintype, _, subtype = attachment["type"].partition("/")
        message.add_attachment(
            base64.b64decode(attachment["content"]),
            maintype=maintype,
            subtype=subtype,
            filename=attachment["filename"],
        )
    return message.as_bytes()


for line in sys.stdin:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        answer = {"octets": base64.b64encode(built(json.loads(line))).decode()}
    except Exception as error:  # to refuse is an answer, too
        answer = {"error": f"{type(error).__name__}: {error}"}
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    print(json.dumps(answer), flush=True)
