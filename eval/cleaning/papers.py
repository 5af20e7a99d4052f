"""Site shapes of newspapers, agencies and broadcasters."""

from __future__ import annotations

from eval.cleaning.sheet import Part, Piece, Sheet


def head(sheet: Sheet, style: str = "") -> None:
    """The head of a page, and its opening."""
    story = sheet.story
    sheet.raw(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.title} | {story.site}</title>'
        f'<meta property="og:site_name" content="{story.site}"><meta property="og:title" content="{story.title}">'
        f'<meta property="article:published_time" content="2031-10-{story.day:02}T08:15:00Z"><style>{style}</style>'
        "<script>var tracked = {page: 'article', words: 'not to be read'};</script></head>\n<body>\n"
    )


def menu(sheet: Sheet, *entries: str) -> None:
    """A site's menu."""
    sheet.raw('<nav class="site-nav"><ul>')
    sheet.junk(*(entries or ("Home", "World", "Politics", "Business", "Culture", "Sport")), around='<li><a href="/s">{}</a></li>')
    sheet.raw("</ul></nav>\n")


def foot(sheet: Sheet) -> None:
    """A site's footer, and the end of the page."""
    sheet.raw("<footer>")
    sheet.junk("About us", "Contact", "Privacy policy", "Terms of use", around='<a href="/f">{}</a> ')
    sheet.junk(f"© 2031 {sheet.story.site}. All rights reserved.", around="<p>{}</p>")
    sheet.raw("</footer></body></html>\n")


def broadsheet(sheet: Sheet) -> None:
    """Semantic markup: article, figure, an aside of related stories in the middle, an author box."""
    story = sheet.story
    head(sheet)
    sheet.junk("We use cookies to give you the best experience on our site. By continuing you agree to our cookie policy.", "Accept all",
               around='<div class="cookie-banner"><p>{}</p></div>')  # fmt: skip
    menu(sheet)
    sheet.raw("<main><article><header>")
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.body(story.standfirst, '<p class="standfirst">{}</p>', links=0)
    sheet.beside(f"By {story.writer}", '<p class="byline">{}</p>')
    sheet.beside(f"{story.date}", '<time datetime="2031-10-05">{}</time>')
    sheet.raw('</header><div class="share-tools">')
    sheet.junk("Share on Facebook", "Share on Twitter", "Email this article", around='<a href="#">{}</a>')
    sheet.raw('</div><div class="article-body">\n')
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<figure><img src="a.jpg" alt="">')
    sheet.caption()
    sheet.raw('</figure>\n<aside class="related"><h3>')
    sheet.junk("Related stories", around="{}</h3><ul>")
    sheet.others(3, '<li><a href="/r">{}</a></li>')
    sheet.raw("</ul></aside>\n")
    sheet.article(rest)
    sheet.raw('</div><div class="author-box">')
    sheet.junk(f"{story.writer} is a correspondent of the {story.site} and has covered the region since 2019.", around="<p>{}</p>")
    sheet.raw("</div></article></main>\n")
    foot(sheet)


def wire(sheet: Sheet) -> None:
    """An agency's own page: a dateline, a rule, a credit and a correction under the text, other stories below."""
    story = sheet.story
    head(sheet)
    menu(sheet, "News", "Sports", "Video", "Photos", "Fact check")
    sheet.raw('<div class="Page-content"><div class="Page-lead">')
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.beside(f"By {story.writer.upper()}", '<div class="Page-authors">{}</div>')
    sheet.raw('</div><div class="RichTextStoryBody">\n')
    sheet.body(f"{story.place}, Velmara (MW) — {story.paragraphs[0]}", links=0)
    first, rest = story.halves()
    sheet.article(first[1:])
    sheet.raw('<div class="PageListEnhancement"><div class="Title">')
    sheet.junk("Read more", around="{}</div><ul>")
    sheet.others(2, '<li><div class="PagePromo"><a href="/p">{}</a></div></li>')
    sheet.raw("</ul></div>\n")
    sheet.article(rest)
    sheet.beside("____", "<p>{}</p>\n")
    sheet.beside(f"Meridian Wire writers {story.writer} in Orlath and Pell Norrin in Hadrin contributed to this report.", "<p>{}</p>\n")
    sheet.raw('</div></div><section class="PageList"><h2>')
    sheet.junk("Most read", around="{}</h2>")
    sheet.others(4, "<div class='PagePromo'><h3><a href='/m'>{}</a></h3>", "<p>{}</p></div>\n")
    sheet.raw("</section>")
    foot(sheet)


def tabloid(sheet: Sheet) -> None:
    """Promotion lines between nearly all paragraphs, labels of advertisements, a gallery."""
    story = sheet.story
    head(sheet)
    menu(sheet, "News", "Showbiz", "Football", "Horoscopes", "Bingo")
    sheet.raw('<div id="page"><div class="headline-block">')
    sheet.beside(story.title.upper(), "<h1>{}</h1>")
    sheet.raw('</div><div class="body-copy">\n')
    first, rest = story.halves()
    for words in first:
        sheet.article([words], '<p class="txt">{}</p>\n')
        if not words.startswith(("#", "-")) and sheet.rng.random() < 0.5:
            title = story.next_others(1)[0][0]
            sheet.junk(f"READ MORE: {title}", around='<p class="promo"><strong><a href="/x">{}</a></strong></p>\n')
    sheet.junk("Advertisement", around='<div class="ad-slot"><span>{}</span></div>\n')
    sheet.raw('<div class="image-wrap"><img src="x.jpg">')
    sheet.caption('<span class="image-caption">{}</span>')
    sheet.raw("</div>\n")
    sheet.article(rest, '<p class="txt">{}</p>\n')
    sheet.raw('</div><div class="most-read"><h4>')
    sheet.junk("Trending now", around="{}</h4><ol>")
    sheet.others(4, '<li><a href="/t">{}</a></li>')
    sheet.raw("</ol></div>")
    sheet.junk("Want the day's biggest stories in your inbox? Sign up for our newsletter.", around='<div class="nl"><p>{}</p></div>')
    foot(sheet)


def broadcaster(sheet: Sheet) -> None:
    """Every paragraph in a block of its own; topic lists and a list of more stories."""
    story = sheet.story
    head(sheet)
    menu(sheet, "Home", "News", "Weather", "iPlayer", "Sounds")
    sheet.raw('<main id="main-content"><article>')
    sheet.beside(story.title, '<div data-component="headline-block"><h1>{}</h1></div>')
    sheet.beside(story.date, '<div data-component="byline-block"><time>{}</time></div>')
    sheet.raw('<figure data-component="image-block"><img src="i.jpg">')
    sheet.junk("Image source, Harbour Pictures", around="<span>{}</span>")
    sheet.caption()
    sheet.raw("</figure>\n")
    first, rest = story.halves()
    sheet.article(first, '<div data-component="text-block" class="ssrcss-11r1m41"><p class="ssrcss-1q0x1qg">{}</p></div>\n')
    sheet.raw('<div data-component="unordered-list-block"><ul>')
    sheet.others(3, '<li><b><a href="/l">{}</a></b></li>')
    sheet.raw("</ul></div>\n")
    sheet.article(rest, '<div data-component="text-block" class="ssrcss-11r1m41"><p class="ssrcss-1q0x1qg">{}</p></div>\n')
    sheet.raw('<section data-component="links-block"><h2>')
    sheet.junk("More on this story", around="{}</h2><ul>")
    sheet.others(3, "<li><a href='/n'>{}</a></li>")
    sheet.raw('</ul></section><section data-component="topic-list"><h2>')
    sheet.junk("Related topics", "Velmara", "Northern Front", around="{}</h2>")
    sheet.raw("</section></article></main>")
    foot(sheet)


def linked(sheet: Sheet) -> None:
    """A paper that links nearly every phrase: some paragraphs are mostly links and yet are the report."""
    story = sheet.story
    head(sheet)
    menu(sheet)
    sheet.raw('<div class="container"><div class="story">')
    sheet.beside(story.title, "<h1>{}</h1>\n")
    for index, words in enumerate(story.paragraphs):
        if index % 3 == 1 and not words.startswith(("#", "-")):
            split = words.split(" ")
            cut = max(1, len(split) // 3)
            linked_words = " ".join(split[:-cut])
            sheet.pieces.append(Piece(Part.BODY, words))
            sheet.raw(f'<p><a href="/a">{linked_words}</a> {" ".join(split[-cut:])}</p>\n')
        else:
            sheet.article([words])
    sheet.raw('</div><div class="side"><h3>')
    sheet.junk("Latest news", around="{}</h3>")
    sheet.others(4, "<p><a href='/q'>{}</a></p>", "<p>{}</p>")
    sheet.raw("</div></div>")
    foot(sheet)


def regional(sheet: Sheet) -> None:
    """Paragraphs nested in divs, a gallery with several captions, a form, cards of related stories as a list in the text."""
    story = sheet.story
    head(sheet)
    sheet.raw('<header class="masthead"><div class="tools">')
    sheet.junk("Subscribe", "Log in", "E-edition", "Obituaries", around='<a href="/h">{}</a>')
    sheet.raw('</div></header><div class="page-wrap"><section class="story">')
    sheet.beside(story.title, '<h1 class="story__title">{}</h1>')
    sheet.beside(f"{story.writer} | {story.site}", '<div class="story__author">{}</div>')
    sheet.raw('<section class="story__body">\n')
    first, rest = story.halves()
    sheet.article(first, '<div class="story__par"><p>{}</p></div>\n')
    sheet.junk("Story continues below advertisement", around='<div class="ad"><small>{}</small></div>')
    sheet.raw('<div class="gallery">')
    sheet.caption('<div class="gallery__item"><img src="1.jpg"><p class="gallery__caption">{}</p></div>')
    sheet.caption('<div class="gallery__item"><img src="2.jpg"><p class="gallery__caption">{}</p></div>')
    sheet.raw('</div>\n<ul class="related-cards">')
    sheet.others(3, '<li class="card"><a href="/c"><h4>{}</h4></a>', '<p class="card__text">{}</p></li>')
    sheet.raw("</ul>\n")
    sheet.article(rest, '<div class="story__par"><p>{}</p></div>\n')
    sheet.raw('</section><form class="newsletter">')
    sheet.junk("Get local news delivered to your inbox!", "* I understand and agree to the terms of use.", around="<p>{}</p>")
    sheet.raw("</form></section></div>")
    foot(sheet)


def radio(sheet: Sheet) -> None:
    """A foreign broadcaster: boxes of other stories inside the text, captions in divs, players with labels."""
    story = sheet.story
    head(sheet)
    menu(sheet, "Regions", "Features", "Investigations", "Podcasts")
    sheet.raw('<div class="col-title">')
    sheet.beside(story.title, '<h1 class="title pg-title">{}</h1>')
    sheet.beside(f"October {story.day}, 2031", '<div class="published"><span class="date"><time>{}</time></span></div>')
    sheet.raw('</div><div class="body-container"><div id="article-content" class="wsw">\n')
    sheet.raw('<div class="media-image"><img src="r.jpg">')
    sheet.caption('<div class="caption"><span>{}</span></div>')
    sheet.raw("</div>\n")
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<div class="wsw__embed"><div class="media-block also-read"><a href="/z">')
    sheet.junk("SEE ALSO:", around='<span class="also-read__text">{}</span>')
    sheet.others(1, '<h4 class="media-block__title">{}</h4>', "<p>{}</p>")
    sheet.raw("</a></div></div>\n<div class='c-mmp'>")
    sheet.junk("No media source currently available", "0:00 0:04:11", "Direct link", around="<span>{}</span> ")
    sheet.raw("</div>\n")
    sheet.article(rest)
    sheet.raw('<div class="author-card"><h3>')
    sheet.junk(story.writer, around="{}</h3>")
    sheet.junk(f"{story.writer} is a senior correspondent in Orlath who reports on the war and its refugees.", around="<p>{}</p>")
    sheet.raw("</div></div></div>")
    foot(sheet)


def phone(sheet: Sheet) -> None:
    """A paper's page for phones: a section to a paragraph, a carousel of cards with teasers in the text."""
    story = sheet.story
    head(sheet)
    sheet.raw('<main class="m-main">')
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.body(story.standfirst, '<div class="m-summary">{}</div>', links=0)
    sheet.junk("4 min read", around='<div class="m-meta">{}</div>')
    sheet.raw('<div role="article">\n')
    first, rest = story.halves()
    sheet.article(first, '<section class="m-sec"><p class="p1">{}</p></section>\n', '<section class="m-sec"><h3>{}</h3></section>\n')
    sheet.raw('<section class="m-carousel"><h3>')
    sheet.junk("You may also like", around="{}</h3>")
    sheet.others(4, '<div class="m-card"><a href="/k"><b>{}</b></a>', "<p>{}</p></div>\n")
    sheet.raw("</section>\n")
    sheet.article(rest, '<section class="m-sec"><p class="p1">{}</p></section>\n', '<section class="m-sec"><h3>{}</h3></section>\n')
    sheet.raw('</div><div class="m-share">')
    sheet.junk("Copy link", "WhatsApp", "Telegram", around="<button>{}</button>")
    sheet.raw("</div></main>")
    foot(sheet)
