"""The job ticket as XJDF 2.1 (CIP4), for the systems of print shops.

Only what is known is said: product, format, folding, binding, inks, files, whom to ask. Paper and
number of copies are the order's. Lengths are in points, as XJDF has them.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from brochure.package.job import PROCESS, Job, PrintFile

NAMESPACE = "http://www.CIP4.org/JDFSchema_2_0"
VERSION = "2.1"
MM = 72 / 25.4
CATALOGUE = {"letter": "F6-4", "concertina": "F6-1"}
"""Folds by their numbers in CIP4's catalogue; of others the panels are told in `ticket.json`."""
PRODUCTS = {"brochure": "Booklet", "leaflet": "Flyer", "poster": "Poster"}


def xjdf(job: Job) -> bytes:
    """The ticket of a job."""
    root = Element(
        "XJDF",
        {
            "xmlns": NAMESPACE,
            "Version": VERSION,
            "JobID": job.name,
            "DescriptiveName": job.publication.title,
            "Types": "Product",
        },
    )
    _product(SubElement(root, "ProductList"), job)
    root.extend(_resource_sets(job))
    indent(root)
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _product(products: Element, job: Job) -> None:
    attributes = {
        "IsRoot": "true",
        "ProductType": PRODUCTS[job.format.kind],
        "DescriptiveName": f"{job.publication.title}, {job.format.title['en']}",
    }
    product = SubElement(products, "Product", attributes)
    if job.is_stitched:
        binding = _intent(product, "BindingIntent", BindingType="SaddleStitch")
        SubElement(binding, "SaddleStitching")
    _colours(product, job)
    if fold := job.format.fold:
        catalogue = CATALOGUE.get(fold.name)
        told = {"FoldCatalog": catalogue} if catalogue else {"FoldingDetails": fold.name}
        _intent(product, "FoldingIntent", **told)
    _intent(product, "LayoutIntent", **_layout(job))


def _colours(product: Element, job: Job) -> None:
    intent = _intent(product, "ColorIntent")
    used = " ".join((*PROCESS, *(_token(name) for name in job.spots)))
    standard = _token(job.condition.identifier)
    for surface in ("Front", "Back")[: job.sides]:
        attributes = {"Surface": surface, "ColorsUsed": used, "PrintStandard": standard}
        SubElement(intent, "SurfaceColor", attributes)


def _layout(job: Job) -> dict[str, str]:
    format_ = job.format
    size = f"{_points(format_.width)} {_points(format_.height)}"
    sides = {1: "OneSided", 2: "TwoSidedHeadToHead"}
    layout = {
        "Bleed": _points(format_.bleed.largest),
        "Dimensions": size,
        "Pages": str(job.pages),
        "Sides": sides[job.sides],
    }
    return layout if format_.fold else {**layout, "FinishedDimensions": f"{size} 0"}


def _intent(product: Element, name: str, **attributes: str) -> Element:
    return SubElement(SubElement(product, "Intent", {"Name": name}), name, attributes)


def _resource_sets(job: Job) -> Iterator[Element]:
    runs = Element("ResourceSet", {"Name": "RunList", "Usage": "Input"})
    for file in job.files:
        _run(runs, file)
    yield runs
    yield _contact(job)


def _run(runs: Element, file: PrintFile) -> None:
    resource = SubElement(runs, "Resource", {"DescriptiveName": file.title})
    run = SubElement(resource, "RunList", {"Pages": f"0 {file.pages - 1}"})
    attributes = {
        "FileSize": str(len(file.data)),
        "MimeType": "application/pdf",
        "URL": f"print/{file.name}",
        "UserFileName": file.name,
    }
    SubElement(run, "FileSpec", attributes)


def _contact(job: Job) -> Element:
    who = job.publication.contact
    contacts = Element("ResourceSet", {"Name": "Contact", "Usage": "Input"})
    resource = SubElement(contacts, "Resource")
    SubElement(resource, "Part", {"ContactType": "Customer"})
    contact = SubElement(resource, "Contact")
    place = {"City": who.city, "PostalCode": who.postal_code, "Street": who.street}
    if known := {key: value for key, value in place.items() if value}:
        SubElement(contact, "Address", known)
    channels = (("Email", who.email), ("Phone", who.phone), ("WWW", who.web))
    for kind, locator in channels:
        if locator:
            SubElement(contact, "ComChannel", {"ChannelType": kind, "Locator": locator})
    SubElement(contact, "Company", {"OrganizationName": who.name})
    return contacts


def _points(mm: float) -> str:
    return f"{mm * MM:.3f}".rstrip("0").rstrip(".")


def _token(name: str) -> str:
    """A name without spaces and signs, as NMTOKEN wants it."""
    return re.sub(r"[^\w.:-]+", "_", name)
