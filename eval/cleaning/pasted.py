"""Pages pasted into text files, with what stood around the article."""

from __future__ import annotations

import textwrap

from eval.cleaning.sheet import Part, Sheet

LINE, APART = "{}\n", "{}\n\n"


def _paragraphs(sheet: Sheet, paragraphs: list[str], around: str, bullet: str = "") -> None:
    for words in paragraphs:
        mark = bullet if words.startswith("- ") else ""
        sheet.body(words.removeprefix("## ").removeprefix("- "), mark + around)


def copied(sheet: Sheet) -> None:
    """The whole window of a newspaper, a paragraph a line."""
    story = sheet.story
    sheet.junk("Skip to main content", "Home", "News", "Politics", "World", "Sport", "Search", "Log in", around=LINE)
    sheet.beside(story.title, LINE)
    sheet.beside(f"By {story.writer}", LINE)
    sheet.beside(f"Published {story.date} at 08:15", LINE)
    sheet.junk("Share | Tweet | Print", around=LINE)
    sheet.caption(f"{{}} (Photo: {story.photographer}/Harbour Pictures)\n")
    first, rest = story.halves()
    _paragraphs(sheet, first, LINE)
    sheet.junk(f"Read more: {story.next_others(1)[0][0]}", around=LINE)
    _paragraphs(sheet, rest, LINE)
    sheet.junk("Related Stories", around=LINE)
    sheet.others(4, LINE, LINE)
    sheet.junk("Privacy policy", f"© 2031 {story.site}. All rights reserved.", around=LINE)


def recommended(sheet: Sheet) -> None:
    """Paragraphs apart, with a list of recommended stories in the middle."""
    story = sheet.story
    sheet.beside(story.title, APART)
    sheet.body(story.standfirst, APART)
    sheet.junk("Save", "Share", around=LINE)
    first, rest = story.halves()
    _paragraphs(sheet, first, APART)
    sheet.junk("Recommended Stories", around=LINE)
    sheet.raw("\n")
    sheet.others(3, APART)
    _paragraphs(sheet, rest, APART)
    sheet.beside("Source: News agencies", APART)
    sheet.junk("Sign up for our newsletter to get the latest news in your inbox.", "Most popular", around=APART)
    sheet.others(4, APART)


def typed(sheet: Sheet) -> None:
    """An agency's copy wrapped at 72 columns, with a slug, a dateline and a sign-off."""
    story = sheet.story
    sheet.beside(story.title, "{}\n\n")
    first, *rest = story.paragraphs
    for words in (f"{story.place}, Oct. {story.day} (MW) -- {first}", *rest):
        bare = words.removeprefix("## ").removeprefix("- ")
        sheet.put(Part.BODY, bare, textwrap.fill(bare, 72) + "\n\n")
    sheet.beside(f"(Reporting by {story.writer}; Editing by Pell Norrin)", APART)
    sheet.raw("-----\n")


def forwarded(sheet: Sheet) -> None:
    """A newsletter sent on by mail."""
    story = sheet.story
    sheet.junk("View this email in your browser", around=APART)
    sheet.beside(story.title, APART)
    _paragraphs(sheet, story.paragraphs, APART)
    sheet.junk("Also in this issue", around=APART)
    sheet.others(3, LINE, APART)
    sheet.junk("You are receiving this email because you signed up on our website.", "Unsubscribe from this list | Update your preferences",
               "Was this email forwarded to you? Sign up here.", around=APART)  # fmt: skip


def bulletin(sheet: Sheet) -> None:
    """A situation report: headings in capitals, bullets, contacts at the end."""
    story = sheet.story
    sheet.beside(story.title.upper(), APART)
    sheet.beside(f"Date: {story.date}", APART)
    for words in story.paragraphs:
        if words.startswith("## "):
            sheet.put(Part.BODY, words[3:].upper(), APART)
        else:
            sheet.body(words.removeprefix("- "), "• {}\n" if words.startswith("- ") else APART)
    sheet.beside("For further information, please contact: Jory Penn, Information Officer, penn@ember-relief.example, +99 555 0134", APART)
    sheet.junk("To be added to or removed from this mailing list, please write to updates@ember-relief.example", around=APART)


def ticker(sheet: Sheet) -> None:
    """A live page pasted: times on lines of their own, buttons after each entry."""
    story = sheet.story
    sheet.junk("LIVE", "Follow live updates", around=LINE)
    sheet.beside(story.title, APART)
    for hour, words in enumerate(story.paragraphs, start=6):
        sheet.beside(f"{hour % 24:02}:4{hour % 10}", LINE)
        sheet.body(words.removeprefix("## ").removeprefix("- "), LINE)
        sheet.junk("Share this post", "Copy link", around=LINE)
    sheet.junk("More on this story", around=LINE)
    sheet.others(3, LINE)


def printed(sheet: Sheet) -> None:
    """The print version of a page: its address and the number of the sheet among the paragraphs."""
    story = sheet.story
    sheet.beside(f"{story.title} - {story.site}", LINE)
    sheet.junk(f"https://www.basin-tribune.example/news/2031/10/{story.day}/story-4471", around=APART)
    first, rest = story.halves()
    _paragraphs(sheet, first, APART)
    sheet.junk("Page 1 of 2", f"{story.day}/10/2031, 09:41", around=LINE)
    sheet.raw("\n")
    _paragraphs(sheet, rest, APART)
    sheet.junk("Page 2 of 2", around=LINE)


def channel(sheet: Sheet) -> None:
    """Posts of a messaging channel."""
    story = sheet.story
    sheet.junk("Forwarded from Basin Monitor", around=LINE)
    sheet.beside(story.title, LINE)
    _paragraphs(sheet, story.paragraphs, APART)
    sheet.junk("Subscribe to our channel: @basinmonitor", "12.4K views edited 14:32", around=LINE)


def mobile(sheet: Sheet) -> None:
    """Copied on a phone: labels of pictures, a player's line, more stories at the end."""
    story = sheet.story
    sheet.beside(story.title, APART)
    sheet.junk("Listen to this article · 4 min", around=APART)
    sheet.junk("Image source, Harbour Pictures", around=LINE)
    sheet.caption("Image caption, {}\n\n")
    sheet.beside(story.writer, LINE)
    sheet.beside("Basin correspondent", APART)
    first, rest = story.halves()
    _paragraphs(sheet, first, APART)
    sheet.caption("Image caption, {}\n\n")
    _paragraphs(sheet, rest, APART)
    sheet.junk("More on this story", around=APART)
    sheet.others(3, LINE, APART)
    sheet.junk("Related Topics", "Velmara", "Ilsen basin", around=LINE)


def release(sheet: Sheet) -> None:
    """A release sent to papers."""
    story = sheet.story
    sheet.beside("FOR IMMEDIATE RELEASE", APART)
    sheet.beside(f"Contact: Press Service, +99 555 0188, press@mod.example\n{story.date}", APART)
    sheet.beside(story.title, APART)
    _paragraphs(sheet, story.paragraphs, APART)
    sheet.beside("###", APART)
    sheet.junk("About us | Accessibility | Sitemap", "Follow us on Twitter and Facebook", around=LINE)


def sidebar(sheet: Sheet) -> None:
    """Menu and side column before the article, comments after it."""
    story = sheet.story
    sheet.junk("Menu", "Home", "Regions", "Features", "Opinion", around=LINE)
    sheet.junk("Trending", around=LINE)
    sheet.others(4, LINE)
    sheet.raw("\n")
    sheet.beside(story.title, APART)
    sheet.beside(f"{story.date} by {story.writer}", APART)
    _paragraphs(sheet, story.paragraphs, APART)
    sheet.junk("Tags: Velmara, war, Ilsen", around=LINE)
    sheet.junk("2 Comments", "Log in to reply", "Leave a comment", "Your email address will not be published.", around=LINE)


def gathered(sheet: Sheet) -> None:
    """An aggregator: a source line, promotion lines in the text, a numbered list of the most read."""
    story = sheet.story
    sheet.beside(story.title, LINE)
    sheet.beside(f"Source: {story.site}", LINE)
    first, rest = story.halves()
    _paragraphs(sheet, first, LINE)
    sheet.junk(f"Also read: {story.next_others(1)[0][0]}", around=LINE)
    _paragraphs(sheet, rest, LINE)
    sheet.junk("What do you think? Tell us in the comments below.", "Next article", around=LINE)
    sheet.junk("Most read", around=LINE)
    for number, (title, _) in enumerate(story.next_others(5), start=1):
        sheet.junk(f"{number}. {title}", around=LINE)
