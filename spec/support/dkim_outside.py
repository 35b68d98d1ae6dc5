"""Signs and verifies with python3-dkim and with libopendkim: jobs as JSON in, answers as JSON out."""

import base64
import ctypes
import json
import sys
import tempfile

OPENDKIM = "libopendkim.so.11"

# Numbers of its dkim.h.
OPTION_SET, QUERY_METHOD, QUERY_INFO, QUERY_FILE, RSA_SHA256 = 1, 6, 7, 1, 1


def python_verify(job):
    import dkim

    record = job["record"].encode()
    return dkim.verify(octets_of(job), dnsfunc=lambda name, timeout=5: record, minkey=1024)


def python_sign(job):
    import dkim

    header, body = job["canonicalization"].split("/")
    field = dkim.sign(
        octets_of(job),
        b"mail",
        b"example.com",
        job["key"].encode(),
        canonicalize=(header.encode(), body.encode()),
        signature_algorithm=job["algorithm"].encode(),
    )
    return field.decode()


def opendkim_verify(job):
    library, handle = opendkim()
    with tempfile.NamedTemporaryFile("w", suffix=".keys") as keys:
        keys.write("mail._domainkey.example.com %s\n" % job["record"])
        keys.flush()
        method = ctypes.c_int(QUERY_FILE)
        path = ctypes.create_string_buffer(keys.name.encode())
        option(library, handle, QUERY_METHOD, ctypes.byref(method), ctypes.sizeof(method))
        option(library, handle, QUERY_INFO, path, len(keys.name))
        status = ctypes.c_int(0)
        made = library.dkim_verify(handle, b"spec", None, ctypes.byref(status))
        return chunked(library, ctypes.c_void_p(made), octets_of(job)) == 0


def opendkim_sign(job):
    library, handle = opendkim()
    forms = [["simple", "relaxed"].index(form) for form in job["canonicalization"].split("/")]
    status = ctypes.c_int(0)
    made = library.dkim_sign(
        handle,
        b"spec",
        None,
        job["key"].encode(),
        b"mail",
        b"example.com",
        ctypes.c_int(forms[0]),
        ctypes.c_int(forms[1]),
        ctypes.c_int(RSA_SHA256),
        ctypes.c_ssize_t(-1),
        ctypes.byref(status),
    )
    message = ctypes.c_void_p(made)
    ended = chunked(library, message, octets_of(job))
    field = ctypes.create_string_buffer(4096)
    told = library.dkim_getsighdr(message, field, ctypes.c_size_t(4096), ctypes.c_size_t(16))
    if (status.value, ended, told) != (0, 0, 0):
        raise OSError("dkim_sign %d, %d, %d" % (status.value, ended, told))
    lines = field.value.decode().replace("\r\n", "\n").replace("\n", "\r\n")
    return "DKIM-Signature: %s\r\n" % lines


def opendkim():
    library = ctypes.CDLL(OPENDKIM)
    for maker in (library.dkim_init, library.dkim_verify, library.dkim_sign):
        maker.restype = ctypes.c_void_p
    return library, ctypes.c_void_p(library.dkim_init(None, None))


def chunked(library, message, octets):
    library.dkim_chunk(message, octets, ctypes.c_size_t(len(octets)))
    library.dkim_chunk(message, None, ctypes.c_size_t(0))
    return library.dkim_eom(message, None)


def option(library, handle, name, value, octets):
    status = library.dkim_options(handle, OPTION_SET, name, value, ctypes.c_size_t(octets))
    if status != 0:
        raise OSError("dkim_options %d: %d" % (name, status))


def octets_of(job):
    return base64.b64decode(job["octets"])


def has(work):
    try:
        work()
        return True
    except (ImportError, OSError):
        return False


DOERS = {
    "python-verify": python_verify,
    "python-sign": python_sign,
    "opendkim-verify": opendkim_verify,
    "opendkim-sign": opendkim_sign,
}

if __name__ == "__main__":
    here = {
        "python": has(lambda: __import__("dkim")),
        "opendkim": has(lambda: ctypes.CDLL(OPENDKIM)),
    }
    jobs = json.load(sys.stdin)
    json.dump({"here": here, "answers": [DOERS[job["do"]](job) for job in jobs]}, sys.stdout)
