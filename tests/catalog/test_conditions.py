"""Every condition of the catalogue is whole."""

from io import BytesIO

import pytest
from PIL import ImageCms

from brochure.catalog import Condition, known


@pytest.mark.parametrize("name", known("conditions"))
def test_a_condition_has_a_press_profile_in_four_inks(name: str) -> None:
    condition = Condition.named(name)
    profile = ImageCms.getOpenProfile(BytesIO(condition.icc)).profile
    assert (profile.device_class, profile.xcolor_space) == ("prtr", "CMYK")
    assert 200 <= condition.ink_limit <= 400
    assert condition.identifier
    assert len(condition.digest) == 64


def test_there_is_no_condition_of_another_name() -> None:
    with pytest.raises(KeyError):
        Condition.named("fogra38")
