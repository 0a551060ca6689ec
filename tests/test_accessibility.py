"""Equal opportunities that the features of a place promise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.accessibility import accessibility_of

TEXTS = """
оффлайн-точка, обеспечение равных возможностей для доступа маломобильных граждан | low_mobility
обеспечены равные возможности доступа для маломобильных групп населения | low_mobility
залы приема оборудованы с учетом равных возможностей для маломобильных граждан | low_mobility
создание равных возможностей для лиц с ограниченными возможностями здоровья | low_mobility
равный доступ инвалидов |
обеспечена равная доступность для инвалидов и пожилых граждан |
равная возможность доступа для инвалидов | low_mobility
равные возможности для людей с ОВЗ | low_mobility
обеспечение равных возможностей доступа | low_mobility
обеспечение равных возможностей для информирования граждан | equal_information
обеспечены равные возможности для информирования граждан с нарушениями слуха и зрения | equal_information
равные возможности получения информации для всех граждан | equal_information
равные возможности в доступе к информации | equal_information
РАВНЫЕ ВОЗМОЖНОСТИ ДЛЯ ИНФОРМИРОВАНИЯ | equal_information
равные возможности доступа инвалидов; равные возможности информирования граждан | low_mobility equal_information
цифровая точка |
вход со стороны двора, имеется пандус |
версия для слабовидящих |
доступна для маломобильных граждан |
обеспечение информирования широких масс населения |
обеспечение равных возможностей |
равные права сторон |
"""
CASES = [line.rsplit("|", 1) for line in TEXTS.strip().splitlines()]


@pytest.mark.parametrize(("text", "codes"), CASES, ids=[text.strip() for text, _ in CASES])
def test_features_promise_equal_opportunities(text: str, codes: str) -> None:
    assert accessibility_of(text.strip()) == tuple(codes.split())


@settings(deadline=None)
@given(st.text(max_size=100))
def test_nothing_is_promised_without_the_word_opportunities(text: str) -> None:
    assert "возможност" in text.lower() or accessibility_of(text) == ()
