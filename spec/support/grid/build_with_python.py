"""Builds the models of the grid with Python's email package: a list in, lists of base64 out."""

import base64
import json
import sys
from email import message_from_string, policy
from email.encoders import encode_base64
from email.headerregistry import Address, Group
from email.header import Header
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from datetime import datetime


def address(person):
    local, _, domain = person["address"].rpartition("@")
    return Address(person.get("name", ""), local, domain)


def address_or_group(one):
    if "group" in one:
        return Group(one["group"], tuple(address(person) for person in one["members"]))
    return address(one)


def date(model):
    return datetime.fromisoformat(model["date"].replace("Z", "+00:00"))


def ids(model):
    yield "Message-ID", f"<{model['messageId']}>"
    if "inReplyTo" in model:
        yield "In-Reply-To", f"<{model['inReplyTo']}>"
    if "references" in model:
        yield "References", " ".join(f"<{one}>" for one in model["references"])


def extras(model):
    if "unsubscribe" in model:
        links = model["unsubscribe"]
        yield "List-Unsubscribe", f"<{links['https']}>, <mailto:{links['mailto']}>"
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
    yield from model.get("fields", {}).items()
    if "ses" in model:
        yield "X-SES-CONFIGURATION-SET", model["ses"]["configurationSet"]
        yield "X-SES-MESSAGE-TAGS", "=".join(model["ses"]["tag"])


ADDRESS_FIELDS = (("Cc", "cc"), ("Bcc", "bcc"), ("Reply-To", "replyTo"))


def modern(model, chosen):
    """The way of today: EmailMessage."""
    message = EmailMessage(policy=chosen)
    message["From"] = address(model["from"])
    if "sender" in model:
        message["Sender"] = address(model["sender"])
    message["To"] = [address_or_group(one) for one in model["to"]]
    for name, member in ADDRESS_FIELDS:
        if model.get(member):
            message[name] = [address_or_group(one) for one in model[member]]
    message["Subject"] = model["subject"]
    message["Date"] = date(model)
    for name, value in (*ids(model), *extras(model)):
        message[name] = value
    cte = {"cte": model["encoding"]} if "encoding" in model else {}
    if "text" in model:
        message.set_content(model["text"], **cte)
    if "html" in model:
        add = message.add_alternative if "text" in model else message.set_content
        add(model["html"], subtype="html", **cte)
    holder = message.get_body(("html",))
    for file in model.get("embedded", []):
        main, _, sub = file["type"].partition("/")
        holder.add_related(
            base64.b64decode(file["base64"]), main, sub, disposition="inline",
            filename=file["filename"], cid=f"<{file['cid']}>",
        )
    if "invitation" in model:
        called = model["invitation"]
        message.add_alternative(
            called["content"], subtype="calendar", params={"method": called["method"]}
        )
    for file in model.get("attached", []):
        main, _, sub = file["type"].partition("/")
        content = base64.b64decode(file["base64"])
        named = {"filename": file["filename"]}
        if main == "text":
            message.add_attachment(content.decode(), sub, **named)
        else:
            message.add_attachment(content, main, sub, **named)
    for content in model.get("forwarded", []):
        message.add_attachment(message_from_string(content, policy=chosen))
    return message.as_bytes()


def classic(model):
    """The way of most tutorials: MIMEMultipart and MIMEText, names and subjects by Header."""
    text, html = model.get("text"), model.get("html")
    parts = [MIMEText(one, kind, "utf-8") for one, kind in ((text, "plain"), (html, "html")) if one is not None]
    if "invitation" in model:
        called = model["invitation"]
        part = MIMEText(called["content"], "calendar", "utf-8")
        part.set_param("method", called["method"])
        parts.append(part)
    body = parts[0] if len(parts) == 1 else MIMEMultipart("alternative", _subparts=parts)
    if model.get("embedded"):
        body = MIMEMultipart("related", _subparts=[body, *map(classic_file, model["embedded"])])
    others = [*map(classic_file, model.get("attached", [])),
              *(MIMEMessage(message_from_string(one)) for one in model.get("forwarded", []))]
    message = MIMEMultipart("mixed", _subparts=[body, *others]) if others else body
    message["From"] = classic_address(model["from"])
    if "sender" in model:
        message["Sender"] = classic_address(model["sender"])
    for name, member in (("To", "to"), *ADDRESS_FIELDS):
        if model.get(member):
            message[name] = ", ".join(map(classic_address, model[member]))
    message["Subject"] = Header(model["subject"])
    message["Date"] = format_datetime(date(model))
    for name, value in (*ids(model), *extras(model)):
        message[name] = Header(value) if not value.isascii() else value
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def classic_address(one):
    if "group" in one:
        group = one["group"] if one["group"].isascii() else Header(one["group"]).encode()
        return f"{group}: {', '.join(map(classic_address, one['members']))};"
    return formataddr((one.get("name", ""), one["address"]))


def classic_file(file):
    part = MIMEBase(*file["type"].split("/"))
    part.set_payload(base64.b64decode(file["base64"]))
    encode_base64(part)
    disposition = "inline" if "cid" in file else "attachment"
    part.add_header("Content-Disposition", disposition, filename=file["filename"])
    if "cid" in file:
        part.add_header("Content-ID", f"<{file['cid']}>")
    if "description" in file:
        part.add_header("Content-Description", file["description"])
    return part


def built(send, model):
    try:
        return {"base64": base64.b64encode(send(model)).decode()}
    except Exception as error:  # said to the spec, which knows what is expected
        return {"error": f"{type(error).__name__}: {error}"}


def seven_bit(model, sent):
    """Built for a transport of 7-bit; None where that makes no difference."""
    if "base64" not in sent or base64.b64decode(sent["base64"]).isascii():
        return None
    return built(lambda model: modern(model, policy.SMTP.clone(cte_type="7bit")), model)


models = json.load(sys.stdin)
today = [built(lambda model: modern(model, policy.SMTP), model) for model in models]
answer = {
    "python": today,
    "python 7bit": [seven_bit(*both) for both in zip(models, today)],
    "python classic": [built(classic, model) for model in models],
}
json.dump(answer, sys.stdout)
