"""Pictures of pages before anything is recognised: grain, skew, spreads."""

import numpy as np
import pytest

from parsers.ocr.image import Grey, grey_to_ink, skew_of, straightened, without_grain
from parsers.ocr.spreads import gutter, one_page

PAPER, INK = 255, 0


def page(height: int = 800, width: int = 560) -> Grey:
    """A page of lines, each a row of letters like little blocks."""
    grey = np.full((height, width), PAPER, dtype=np.uint8)
    for top in range(60, height - 60, 24):
        for left in range(40 + top * 7 % 11, width - 40, 12):
            grey[top : top + 10, left : left + 8] = INK
    return grey


def test_grain_is_taken_off_the_paper_and_letters_stay() -> None:
    grey = page()
    grainy = np.clip(grey + np.random.default_rng(1).normal(-20, 30, grey.shape), 0, 255).astype(np.uint8)
    clean = without_grain(grainy)
    assert (clean[:40] == PAPER).mean() > 0.99
    assert (grey_to_ink(clean)[grey == INK]).mean() > 0.99


def test_a_full_stop_is_no_grain() -> None:
    grey = np.full((100, 100), PAPER, dtype=np.uint8)
    grey[50:54, 50:54] = INK
    assert grey_to_ink(without_grain(grey)).sum() == 16


@pytest.mark.parametrize("angle", [-3.0, -0.5, 0.0, 1.5])
def test_a_page_askew_is_straightened(angle: float) -> None:
    from PIL import Image

    turned = np.asarray(Image.fromarray(page(1600, 1200)).rotate(angle, Image.Resampling.BICUBIC, fillcolor=PAPER))
    assert skew_of(grey_to_ink(turned)) == pytest.approx(angle, abs=0.15)
    assert skew_of(grey_to_ink(straightened(turned))) == pytest.approx(0, abs=0.15)


def test_a_spread_becomes_one_page_left_before_right() -> None:
    left, right = page(), page()
    right[:60] = 100
    whole = one_page(np.concatenate([left, right], axis=1))
    assert abs(whole.shape[0] - 1600) < 2 and abs(whole.shape[1] - 560) < 40
    assert (whole[800:860, 60:400] == 100).all()


@pytest.mark.parametrize("rule", [True, False])
def test_a_landscape_page_is_no_spread(rule: bool) -> None:
    grey = np.concatenate([page(), page()], axis=1) if rule else page(560, 800)
    if rule:
        grey[400:403, 40:-40] = INK
    assert gutter(grey_to_ink(grey)) == 0


def test_a_signature_across_a_blank_middle_is_no_spread() -> None:
    grey = np.full((560, 800), PAPER, dtype=np.uint8)
    grey[300:310, 40:200] = grey[300:310, 600:760] = INK
    assert gutter(grey_to_ink(grey)) == 0
