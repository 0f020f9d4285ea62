"""Languages are told apart, and what is unclear is told with less confidence."""

import pytest

pytest.importorskip("gcld3")

from brochure.prose.detection import detected

SURE = {
    "de": "Bitte bringen Sie Ihren Ausweis und ein Foto mit.",
    "en": "Please bring your passport and a photo.",
    "tr": "Belediye binasının açılış saatleri",
    "pl": "Godziny otwarcia ratusza miejskiego",
    "uk": "Години роботи ратуші",
    "ar": "ساعات العمل في مبنى البلدية",
    "fr": "Les heures d'ouverture de la mairie",
    "nl": "Openingstijden van het stadhuis",
    "ro": "Vă rugăm să aduceți pașaportul și o fotografie.",
}
UNSURE = ["Wissen, Wandel, Wir-Gefühl", "Team Service Center", "Text: © Stadt Bochum. CC BY 4.0."]


@pytest.mark.parametrize("language", SURE)
def test_sure(language: str) -> None:
    found, confidence = detected(SURE[language])
    assert (found, confidence > 0.9) == (language, True)


@pytest.mark.parametrize("text", UNSURE)
def test_unsure(text: str) -> None:
    found, confidence = detected(text)
    assert found == "de" or confidence < 0.9
