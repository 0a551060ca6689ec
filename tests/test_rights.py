"""What a sentence says a client may do: each verb of a row with its object."""

import pytest

from extractor.places.purposes import rights


@pytest.mark.parametrize(
    ("sentence", "needs"),
    [
        (
            "На сайте клиент может получить информацию, скачать форму, оставить отзыв.",
            "получить информацию|скачать форму|оставить отзыв",
        ),
        (
            "В приемной клиент вправе получить консультацию, подать заявление и документы.",
            "получить консультацию|подать заявление и документы",
        ),
        (
            "Заявитель имеет право направить обращение и приложить документы через портал.",
            "направить обращение|приложить документы",
        ),
        ("Граждане могут записаться на прием либо задать вопрос по телефону.", "записаться на прием|задать вопрос"),
        ("Клиент вправе обратиться с жалобой на решения министерства.", "жалобой на решения министерства"),
        ("Записаться на прием можно по телефону.", "записаться на прием"),
        ("Отзыв клиент может оставить в приемной.", "отзыв"),
    ],
)
def test_every_verb_of_a_row_is_a_need_with_its_object(sentence: str, needs: str) -> None:
    granted = rights(sentence)
    assert granted is not None
    assert [sentence[start:end].lower() for start, end in granted[0]] == needs.split("|")


def test_what_may_be_had_is_no_action_of_the_client() -> None:
    assert rights("Информация может быть получена на сайте.") == ([], 11)


@pytest.mark.parametrize("sentence", ["Отдел ведет перечень.", "Прием проводится по средам."])
def test_a_sentence_without_a_right_grants_nothing(sentence: str) -> None:
    assert rights(sentence) is None
