"""Contacts that a text gives, and contacts that the order gives elsewhere for the same place."""

from extractor.places.draft import ContactDraft
from normalizers.addresses import address_key, find_addresses
from normalizers.emails import email_key, find_emails
from normalizers.phones import find_phones
from normalizers.urls import find_urls, url_key
from normalizers.verbatim import Quote, TextView


def read_contacts(view: TextView, start: int = 0, end: int | None = None) -> ContactDraft:
    """Every contact in a range of a text, in order, each once."""
    end = len(view.text) if end is None else end
    text = view.text[start:end]
    found = ContactDraft()
    if "." in text:
        found.urls = _once([(url_key(u.value), u.start, u.end) for u in find_urls(text)], view, start)
        if "@" in text:
            found.emails = _once([(email_key(e.value), e.start, e.end) for e in find_emails(text)], view, start)
        found.addresses = _once([(address_key(a.value), a.start, a.end) for a in find_addresses(text)], view, start)
    seen: set[str] = set()
    for phone in find_phones(text):
        if phone.e164 not in seen:
            seen.add(phone.e164)
            found.phones.append((phone.e164, view.quote(start + phone.start, start + phone.end)))
    return found


def _once(found: list[tuple[str, int, int]], view: TextView, offset: int) -> list[Quote]:
    unique: dict[str, Quote] = {}
    for key, start, end in found:
        unique.setdefault(key, view.quote(offset + start, offset + end))
    return list(unique.values())


def add_contacts(to: ContactDraft, more: ContactDraft) -> None:
    """Add contacts that are not yet there."""
    urls = {url_key(quote.text) for quote in to.urls}
    to.urls.extend(quote for quote in more.urls if url_key(quote.text) not in urls)
    emails = {email_key(quote.text) for quote in to.emails}
    to.emails.extend(quote for quote in more.emails if email_key(quote.text) not in emails)
    phones = {value for value, _ in to.phones}
    to.phones.extend(phone for phone in more.phones if phone[0] not in phones)
    addresses = {address_key(quote.text) for quote in to.addresses}
    to.addresses.extend(quote for quote in more.addresses if address_key(quote.text) not in addresses)


def disagree(one: ContactDraft, other: ContactDraft) -> bool:
    """Whether two sets of contacts name different places: both have addresses of one kind and share none."""
    pairs = (
        ({url_key(q.text) for q in one.urls}, {url_key(q.text) for q in other.urls}),
        ({email_key(q.text) for q in one.emails}, {email_key(q.text) for q in other.emails}),
        ({value for value, _ in one.phones}, {value for value, _ in other.phones}),
        ({address_key(q.text) for q in one.addresses}, {address_key(q.text) for q in other.addresses}),
    )
    return any(a and b and not a & b for a, b in pairs)
