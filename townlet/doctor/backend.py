"""Whether the backend of this home does its work."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

WITHIN_SECONDS = 5


def backend(around: Surroundings) -> Finding:
    if around.url is None:
        return Finding("Backend", True, "none runs out of this home; `make up` starts it")
    address = f"{around.url}/api/health"
    try:
        with urllib.request.urlopen(address, timeout=WITHIN_SECONDS) as answer:
            version = json.load(answer)["version"]
    except urllib.error.HTTPError as error:
        with error:
            return Finding("Backend", False, f"{address} answers {error.code}: {_detail(error.read())}")
    except (OSError, ValueError, KeyError) as error:
        words = f"{address} does not answer: {error}. It is started again by itself; its log is"
        return Finding("Backend", False, f"{words} {around.log('backend')}")
    return Finding("Backend", True, f"{around.url}, version {version}")


def _detail(body: bytes) -> str:
    try:
        return str(json.loads(body)["detail"])
    except (ValueError, KeyError, TypeError):
        return "something that is no problem document; is it a Townlet?"
