"""Channels that a cell, a heading or a caption declares."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.channels import channels_of, is_channel_only

# text | channels | whether the text says nothing else
TEXTS = """
цифровая точка | digital | only
Цифровая точка. | digital | only
оффлайн-точка | offline | only
офлайн точка | offline | only
Офлайн-точка | offline | only
оф-лайн точка | offline | only
off-line точка | offline | only
цифровые точки, офлайн точки | digital offline | only
офлайн точки, цифровой точки | digital offline | only
цифровая точка/ офлайн точка | digital offline | only
цифровая и оффлайн точка | digital offline | only
цифровая/офлайн-точка | digital offline | only
цифровая и (или) офлайн-точка | digital offline | only
онлайн | digital | only
онлайн-точка | digital | only
он-лайн | digital | only
офлайн | offline | only
Онлайн/Офлайн | digital offline | only
очно | offline | only
очно, дистанционно | digital offline | only
очный | offline | only
дистанционно | digital | only
дистанционный формат | digital | only
в цифровом формате | digital | only
в очном формате | offline | only
электронный канал | digital | only
цифровой канал | digital | only
цифровой | digital | only
физическая точка | offline | only
Физическая (офлайн) | offline | only
нецифровой канал | offline | only
смешанный формат | digital offline | only
Канал взаимодействия: цифровой | digital | only
точка взаимодействия – офлайн | offline | only
электронная форма | digital | only
Цифровые точки взаимодействия | digital | only
Цифровые точки в рамках взаимодействия | digital | more
оффлайн-точка, обеспечение равных возможностей для доступа маломобильных граждан | offline | more
цифровая точка, требуется электронная подпись | digital | more
цифровая и оффлайн точка, обеспечение информирования широких масс населения | digital offline | more
взаимодействие в цифровом формате через личный кабинет | digital | more
Перечень цифровых точек министерства | digital | more
Офлайн-точки, на которых ведется личный прием | offline | more
прием ведется в очном формате | offline | more
Вид точки: цифровая; доступна круглосуточно | digital | more
онлайн-опрос клиентов | | more
ответ направляется в электронной форме | | more
цифровая платформа | | more
электронная почта Министерства | | more
личный прием | | more
точка взаимодействия | | more
очная консультация специалиста | | more
дистанционное обучение сотрудников | | more
заявление подписывается электронной подписью | | more
- | | more
"""
CASES = [[part.strip() for part in line.split("|")] for line in TEXTS.strip().splitlines()]


@pytest.mark.parametrize(("text", "channels", "extent"), CASES, ids=[case[0] for case in CASES])
def test_text_declares_its_channels(text: str, channels: str, extent: str) -> None:
    assert channels_of(text) == tuple(channels.split())


@pytest.mark.parametrize(("text", "channels", "extent"), CASES, ids=[case[0] for case in CASES])
def test_text_says_the_channel_only(text: str, channels: str, extent: str) -> None:
    assert is_channel_only(text) == (extent == "only")


@settings(deadline=None)
@given(st.text(alphabet="цифроваяофлайн точка-/,()", max_size=60))
def test_channels_stand_in_order(text: str) -> None:
    assert channels_of(text) in {(), ("digital",), ("offline",), ("digital", "offline")}


@settings(deadline=None)
@given(st.text(max_size=60))
def test_text_of_a_channel_only_declares_one(text: str) -> None:
    assert not is_channel_only(text) or channels_of(text)


def test_long_text_is_read_in_linear_time() -> None:
    assert channels_of("цифровая и " * 20_000) == ()
