"""Site shapes made after the rules were finished; what they show was not worked on."""

from __future__ import annotations

import textwrap

from eval.cleaning.papers import foot, head, menu
from eval.cleaning.sheet import Part, Sheet


def short(sheet: Sheet) -> None:
    """Three paragraphs of news, and more words about other stories than of its own."""
    story = sheet.story
    head(sheet)
    menu(sheet)
    sheet.raw('<div class="layout"><div class="primary"><div class="entry">')
    sheet.beside(story.title, "<h1>{}</h1>\n")
    sheet.article(story.paragraphs[:3])
    sheet.raw('</div><div class="river"><h2>')
    sheet.junk("Elsewhere on this site", around="{}</h2>")
    sheet.others(8, '<div class="unit"><h3><a href="/e">{}</a></h3>', "<p>{}</p></div>\n")
    sheet.raw("</div></div></div>")
    foot(sheet)


def scrolling(sheet: Sheet) -> None:
    """An article, and under it the beginnings of the next ones, built like it."""
    story = sheet.story
    head(sheet)
    sheet.raw('<main><article class="piece">')
    sheet.beside(story.title, "<h1>{}</h1>\n")
    sheet.article(story.paragraphs)
    sheet.raw("</article>")
    for title, teaser in story.next_others(3):
        sheet.raw('<article class="piece">')
        sheet.junk(title, around='<h2><a href="/next">{}</a></h2>')
        sheet.junk(teaser, around="<p>{}</p></article>")
    sheet.raw("</main>")
    foot(sheet)


def thread(sheet: Sheet) -> None:
    """A forum: a report in a post, a signature, replies of other users."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div id="forum"><div class="post" id="p1"><div class="postbody">')
    sheet.beside(story.title, "<h3>{}</h3>")
    sheet.beside(f"by {story.writer} » {story.date}", '<p class="author">{}</p>')
    sheet.raw('<div class="content">')
    for words in story.paragraphs:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}<br><br>\n")
    sheet.raw('</div><div class="signature">')
    sheet.junk("Truth is the first bridge to be blown up.", around="{}</div></div></div>")
    for reply in (
        "Thanks for posting, I had not seen this anywhere else.",
        "My brother was at Fort Selwyn when it fell and says the same.",
    ):
        sheet.raw('<div class="post"><div class="postbody"><div class="content">')
        sheet.junk(reply, around="{}</div></div></div>\n")
    sheet.raw("</div>")
    foot(sheet)


def portal(sheet: Sheet) -> None:
    """A government's portal: sections, a question whether the page helped, links to forms."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div class="govuk-width-container"><div class="gem-c-title">')
    sheet.junk("Press release", around="<span>{}</span>")
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.raw('</div><p class="gem-c-lead-paragraph">')
    sheet.body(story.standfirst, "{}</p>\n", links=0)
    sheet.raw('<div class="govspeak">')
    sheet.article(story.paragraphs)
    sheet.raw('</div><div class="gem-c-feedback"><h2>')
    sheet.junk("Is this page useful?", "Yes this page is useful", "Report a problem with this page", around="{}</h2><button>Go</button>")
    sheet.raw("</div></div>")
    foot(sheet)


def footnoted(sheet: Sheet) -> None:
    """A text browser's dump: a menu of numbered links, the links' addresses at the end."""
    story = sheet.story
    sheet.junk("[1]Home [2]News [3]Archive [4]Contact", around="   {}\n\n")
    sheet.beside(story.title, "   {}\n\n")
    for words in story.paragraphs:
        bare = words.removeprefix("## ").removeprefix("- ")
        sheet.put(Part.BODY, bare, textwrap.indent(textwrap.fill(bare, 69), "   ") + "\n\n")
    sheet.junk("References", "Visible links", around="{}\n")
    for number in range(1, 5):
        sheet.junk(f"{number}. https://basin.example/page{number}", around="   {}\n")


def walled(sheet: Sheet) -> None:
    """A paste that begins with the dialogue about cookies and ends with share counts."""
    story = sheet.story
    sheet.junk("We value your privacy", around="{}\n")
    sheet.junk("We and our 843 partners store and access information on a device, such as unique IDs in cookies, to process personal data.",
               "Manage preferences", "Accept all", around="{}\n")  # fmt: skip
    sheet.beside(story.title, "\n{}\n")
    sheet.beside(f"{story.writer}, {story.site}", "{}\n\n")
    first, rest = story.halves()
    for words in first:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}\n\n")
    sheet.junk("ADVERTISEMENT", "More on the war in the basin", around="{}\n")
    sheet.others(2, "{}\n")
    sheet.raw("\n")
    for words in rest:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}\n\n")
    sheet.junk("412 shares", "Follow our reporters", "You have read 3 of 5 free articles this month.", around="{}\n")
