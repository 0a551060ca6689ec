"""An order as a saved page: the markup of legal systems and of Word, with all that stands around the order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tests.order_layout import links
from tests.pieces import Line, Piece, Sheet, Signature, Stamp, is_note

_ACT = re.compile(r"(?:№|N) \d+-ФЗ")


@dataclass(frozen=True, slots=True)
class Site:
    """How a program writes each piece, and what it puts around the order."""

    frame: str
    head: str
    title: str
    heading: str
    clause: str
    cell: str
    table: str
    stamp: Callable[[Sequence[str]], str]
    signature: Callable[[Signature], str]
    note: Callable[[Line], str]
    listed: str = ""
    blank: str = ""
    encoding: str = "utf-8"
    ruler: bool = False
    join: str = "</p><p>"


def order_as_page(pieces: Sequence[Piece], site: Site) -> bytes:
    """The bytes of the page."""
    body = "\n".join(_written(pieces, site))
    return site.frame.replace("{body}", body).encode(site.encoding, "xmlcharrefreplace")


def _written(pieces: Sequence[Piece], site: Site) -> Iterator[str]:
    for piece, above in zip(pieces, (None, *pieces), strict=False):
        if _is_title(above) and not _is_title(piece):
            yield site.blank
        if isinstance(piece, Sheet):
            yield _sheet(piece, site)
        elif isinstance(piece, Stamp):
            yield site.blank + site.stamp([inline(line) for line in piece.lines]) + site.blank
        elif isinstance(piece, Signature):
            yield site.blank + site.signature(piece)
        elif is_note(piece):
            yield site.note(piece)
        else:
            yield _line(piece, site)


def _is_title(piece: Piece | None) -> bool:
    return isinstance(piece, Line) and piece.role == "title"


def _line(line: Line, site: Site) -> str:
    text = inline(" ".join(line.lines))
    if line.role == "head":
        return (site.blank if line.gap else "") + site.head.format(text)
    if line.role == "title":
        return site.title.format("<br>\n".join(map(inline, line.lines)))
    if line.marker and site.listed and line.role == "clause":
        return site.listed.format(line.marker, text)
    form = site.heading if line.role == "heading" else site.clause
    return form.format(f"{line.marker} {text}" if line.marker else text)


def inline(text: str) -> str:
    """Text as markup: addresses are links, and so are laws that the order names."""
    made = "".join(
        f'<a href="{escape(stretch)}" target="_blank">{escape(stretch)}</a>' if is_address else escape(stretch)
        for stretch, is_address in links(text)
    )
    return _ACT.sub(r'<a href="/document/cons_doc_LAW_1/#\g<0>">\g<0></a>', made)


def _sheet(sheet: Sheet, site: Site) -> str:
    ruler = f"<tr height=0>{'<td width=90></td>' * sheet.width}</tr>" if site.ruler else ""
    rows = []
    for row in sheet.rows:
        cells = []
        for box in row:
            spans = (f" colspan={box.colspan}" if box.colspan > 1 else "") + (
                f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
            )
            text = site.join.join(map(inline, box.lines)) or "&nbsp;"
            cells.append(site.cell.format(spans, text))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return site.table.format(ruler + "\n".join(rows))


def _beside(cells: Sequence[str]) -> str:
    return (
        '<table width="100%" border="0" cellspacing="0"><tr>'
        + "".join(f'<td valign="bottom"><p class="s_16">{cell}</p></td>' for cell in cells)
        + "</tr></table>"
    )


def _signed(signature: Signature, joint: str) -> str:
    return joint.join([*map(escape, signature.position), escape(signature.name)])


_GARANT = Site(
    frame="""<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Приказ | ГАРАНТ</title><link rel="stylesheet" href="/s.css">
<script>window.dataLayer = window.dataLayer || []; if (1 < 2) { document.write("<p>счетчик</p>") }</script>
<style>.s_1 { text-indent: 1em }</style></head><body class="page">
<noscript><p>Включите JavaScript</p></noscript>
<header class="site"><a href="/">Главная</a> <a href="/law/">Законодательство</a>
<form><input value="Поиск"></form></header>
<nav><ul><li><a href="/1/">Кодексы</a></li><li><a href="/2/">Законы</a></li></ul></nav>
<ul class="menu"><li><a href="/docs/">Документы</a></li><li><a href="/news/">Новости</a></li>
<li><a href="https://www.garant.ru/company/">О компании</a></li></ul>
<div id="content"><div class="wrap"><p>Вы можете открыть актуальную версию документа прямо сейчас.</p>
<a name="sub_0"></a>{body}
<p>Если вы являетесь пользователем интернет-версии системы ГАРАНТ, вы можете открыть этот документ прямо сейчас.</p>
</div></div>
<aside><h3>Похожие документы</h3><p>Приказ о порядке</p></aside>
<footer><p>Горячая линия системы 8-800-200-88-88</p><a href="/about">О проекте</a></footer>
</body></html>""",
    head='<p class="s_3" style="text-align: center">{}</p>',
    title='<p class="s_3" style="text-align:center"><strong>{}</strong></p>',
    heading='<h4 class="s_3">{}</h4>',
    clause='<div class="block"><a id="p1"></a><p class="s_1">{}</p></div>',
    cell='<td{}><p class="s_16">{}</p></td>',
    join='</p><p class="s_16">',
    table='<div class="t"><table border="1" cellpadding="5"><tbody>{}</tbody></table></div>',
    stamp=lambda lines: _beside(["&nbsp;", "<br>".join(lines)]),
    signature=lambda signature: _beside([" ".join(map(escape, signature.position)), escape(signature.name)]),
    note=lambda line: f'<div class="s_9"><p class="s_22">{inline(line.text)}</p></div>',
)
_CONSULTANT = Site(
    frame="""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Приказ \\ КонсультантПлюс</title></head><body>
<table width="100%"><tr><td width="200"><table><tr><td><a href="/">Начало</a></td></tr><tr><td>
<a href="/search">Поиск</a></td></tr><tr><td><a href="/cabinet">Кабинет</a></td></tr></table></td><td>
<p class="ConsPlusNormal">Документ предоставлен КонсультантПлюс</p>
{body}
<p class="ConsPlusNormal"><br></p><p class="ConsPlusNormal" style="border-top:1px solid">&nbsp;</p></td></tr></table>
</body></html>""",
    head='<p class="ConsPlusTitle" align="center">{}</p>',
    title='<p class="ConsPlusTitle" align="center">{}</p>',
    heading='<p class="ConsPlusTitle" align="center">{}</p><p class="ConsPlusNormal">&nbsp;</p>',
    clause='<p class="ConsPlusNormal" style="text-indent:27.0pt;text-align:justify">{}</p>',
    cell='<td{} style="border:solid windowtext 1.0pt;padding:2pt"><p class="ConsPlusNormal">{}</p></td>',
    join="<br>",
    table='<table class="ConsPlusNormal" cellspacing="0" style="border-collapse:collapse">{}</table>',
    stamp=lambda lines: "".join(f'<p class="ConsPlusNormal" align="right">{line}</p>' for line in lines),
    signature=lambda signature: "".join(
        f'<p class="ConsPlusNormal" align="right">{escape(line)}</p>' for line in (*signature.position, signature.name)
    ),
    note=lambda line: (
        f'<p class="ConsPlusNormal">{escape(line.text)}</p>'
        if line.role == "footnote"
        else '<table class="ConsPlusNormal" cellspacing="0"><tr><td style="background:#ced3f1">&nbsp;</td>'
        f'<td style="background:#f4f3f8"><p class="ConsPlusNormal" align="center">{inline(line.text)}</p></td>'
        '<td style="background:#f4f3f8">&nbsp;</td></tr></table>'
    ),
    blank='<p class="ConsPlusNormal">&nbsp;</p>',
    encoding="windows-1251",
)
_NBSP = "&nbsp;" * 5
_TECHEXPERT = Site(
    frame="""<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Об утверждении</title></head><body>
<div class="breadcrumbs"><a href="/">Главная</a> <a href="/l">Региональное</a> <a href="/r">Приказы</a></div>
<div class="search" role="search">Найти документ</div>
<div class="document"><p class="headertext topleveltext">Действующий</p><p>&nbsp;</p>{body}
<p class="formattext topleveltext"><br>&nbsp;<br>Электронный текст документа подготовлен АО "Кодекс"</p></div>
<div style="display:none">Скрыто</div><div role="contentinfo">Правовая информация</div></body></html>""",
    head='<p class="headertext topleveltext" align="center">{}</p>',
    title='<p class="headertext topleveltext" align="center">{}</p>',
    heading='<p>&nbsp;</p><h3 class="headertext" align="center">{}</h3><p>&nbsp;</p>',
    clause=f'<p class="formattext topleveltext">{_NBSP}{{}}</p><p>&nbsp;</p>',
    cell='<td{} style="border-top:#000000 1px solid;border-left:#000000 1px solid"><p class="formattext">{}</p></td>',
    join='</p><p class="formattext">',
    table='<div class="table-wrapper"><table cellspacing="0" width="668">{}</table></div>',
    stamp=lambda lines: f'<p class="formattext topleveltext" align="right">{"<br>".join(lines)}</p>',
    signature=lambda signature: f'<p class="formattext" align="right">{_signed(signature, "<br>")}</p>',
    note=lambda line: f'<p class="formattext">{_NBSP}{inline(line.text)}</p>',
    blank="<p>&nbsp;</p>",
    encoding="windows-1251",
    ruler=True,
)
_WORD = Site(
    frame="""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm} @page WordSection1 {size:595pt 841pt} --></style></head>
<body lang=RU><div class=WordSection1>{body}</div></body></html>""",
    head="<p class=MsoNormal align=center style='text-align:center'><b><span lang=RU>{}<o:p></o:p></span></b></p>",
    title="<p class=MsoNormal align=center style='text-align:center'><b>{}<o:p></o:p></b></p>",
    heading="<h1 align=center style='text-align:center'>{}</h1>",
    clause="<p class=MsoNormal style='text-align:justify;text-indent:35.4pt'>{}<o:p></o:p></p>",
    listed="<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
    "<![endif]>{}<o:p></o:p></p>",
    cell="<td{} valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>{}<o:p></o:p></p></td>",
    join="<o:p></o:p></p><p class=MsoNormal>",
    table="<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>{}</table>",
    stamp=lambda lines: f"<p class=MsoNormal style='margin-left:9.0cm'>{'<br>'.join(lines)}<o:p></o:p></p>",
    signature=lambda signature: (
        f"<p class=MsoNormal>{_signed(signature, f'<span style=mso-tab-count:3>{_NBSP} </span>')}</p>"
    ),
    note=lambda line: f"<p class=MsoNormal>{inline(line.text)}<o:p></o:p></p>",
    blank="<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
    encoding="windows-1251",
)
SITES = {"garant": _GARANT, "consultant": _CONSULTANT, "techexpert": _TECHEXPERT, "word": _WORD}
