"""Site shapes of blogs, aid groups, ministries, and pages made by hand or by old systems."""

from __future__ import annotations

from eval.cleaning.papers import foot, head, menu
from eval.cleaning.sheet import Part, Piece, Sheet


def wordpress(sheet: Sheet) -> None:
    """A blog on the commonest system: captions, share buttons, related posts, tags, comments."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div id="page" class="hfeed site"><div id="content" class="site-content"><article class="post type-post hentry">')
    sheet.beside(story.title, '<header class="entry-header"><h1 class="entry-title">{}</h1></header>')
    sheet.beside(f"Posted on October {story.day}, 2031 by {story.writer}", '<div class="entry-meta">{}</div>')
    sheet.raw('<div class="entry-content">\n')
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<div id="attachment_9" class="wp-caption aligncenter"><img src="w.jpg">')
    sheet.caption('<p class="wp-caption-text">{}</p>')
    sheet.raw("</div>\n")
    sheet.article(rest)
    sheet.raw('<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">')
    sheet.junk("Share this:", around="{}</h3>")
    sheet.junk("Click to share on Twitter (Opens in new window)", "Click to print (Opens in new window)", around='<a href="#">{}</a>')
    sheet.raw('</div><div id="jp-relatedposts" class="jp-relatedposts"><h3>')
    sheet.junk("Related", around="{}</h3>")
    sheet.others(3, '<div class="jp-relatedposts-post"><h4><a href="/j">{}</a></h4>', "<p>{}</p></div>")
    sheet.raw('</div></div><footer class="entry-footer">')
    sheet.junk("Posted in Basin, Notes", "Tagged Kessin, war, railways", around="<span>{}</span>")
    sheet.raw('</footer></article><div id="comments" class="comments-area"><h2>')
    sheet.junk("2 thoughts on this post", around="{}</h2>")
    sheet.junk("Good summary, but my cousin in Hask says four bridges were blown up and not three.", "Thank you for writing this.",
               around='<div class="comment-content"><p>{}</p></div>')  # fmt: skip
    sheet.raw("</div></div></div>")
    foot(sheet)


def amp(sheet: Sheet) -> None:
    """An accelerated page: its own elements for images, menus and sharing."""
    story = sheet.story
    sheet.raw(
        f"<!doctype html><html amp lang=en><head><meta charset=utf-8><title>{story.title}</title>"
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2031-10-{story.day:02}"}}</script>'
        "<style amp-custom>p{margin:1em}</style></head><body><amp-sidebar id=menu layout=nodisplay><ul>"
    )
    sheet.junk("News", "Opinion", "Weather", around='<li><a href="/a">{}</a></li>')
    sheet.raw("</ul></amp-sidebar><article class=amp-wp-article>")
    sheet.beside(story.title, '<h1 class="amp-wp-title">{}</h1>')
    sheet.raw('<amp-social-share type="twitter"></amp-social-share><figure><amp-img src="a.jpg" width=6 height=4></amp-img>')
    sheet.caption()
    sheet.raw('</figure><div class="amp-wp-article-content">\n')
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<amp-ad width=300 height=250 type="x"></amp-ad><div class="amp-related-posts-box"><p>')
    sheet.junk("Also read", around="<strong>{}</strong></p><ul>")
    sheet.others(2, '<li><a href="/am">{}</a></li>')
    sheet.raw("</ul></div>\n")
    sheet.article(rest)
    sheet.raw("</div></article>")
    foot(sheet)


def tables(sheet: Sheet) -> None:
    """A page of the nineties: a table for the layout, the text in one cell, paragraphs parted by line breaks."""
    story = sheet.story
    sheet.raw(f'<HTML><HEAD><TITLE>{story.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR><TD WIDTH=140 VALIGN=top>')
    sheet.junk("Front page", "Archive", "Guest book", "Links", around='<A HREF="x.html"><FONT SIZE=2>{}</FONT></A><BR>\n')
    sheet.raw("</TD><TD VALIGN=top>")
    sheet.beside(story.title, '<FONT SIZE="5"><B>{}</B></FONT><BR><BR>\n')
    sheet.beside(f"{story.site}, {story.date}", '<FONT SIZE="2"><I>{}</I></FONT><BR><BR>\n')
    for words in story.paragraphs:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}<BR><BR>\n", links=0.1)
    sheet.raw("</TD><TD WIDTH=160 VALIGN=top>")
    sheet.others(3, '<A HREF="o.html"><B>{}</B></A><BR>', "<FONT SIZE=1>{}</FONT><BR><BR>\n")
    sheet.raw("</TD></TR></TABLE>")
    sheet.junk("Best viewed at 800x600. You are visitor 20914.", around="<CENTER>{}</CENTER>")
    sheet.raw("</BODY></HTML>")


def soup(sheet: Sheet) -> None:
    """Divisions with names that say nothing, and no paragraph elements at all."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div id="root"><div class="css-1a2b"><div class="css-9f">')
    sheet.junk("Latest", "Live", "Maps", "Newsletters", around='<div class="css-n"><a href="/">{}</a></div>')
    sheet.raw('</div><div class="css-77c">')
    sheet.beside(story.title, '<div class="css-h"><span>{}</span></div>')
    sheet.beside(f"By {story.writer} — {story.date}", '<div class="css-b">{}</div>')
    first, rest = story.halves()
    around = '<div class="css-p0"><div class="css-p1">{}</div></div>\n'
    sheet.article(first, around, '<div class="css-s"><span>{}</span></div>\n')
    sheet.raw('<div class="css-r0">')
    sheet.junk("Recommended for you", around='<div class="css-rt">{}</div>')
    sheet.others(3, '<div class="css-ri"><a href="/1"><div>{}</div></a></div>')
    sheet.raw("</div>\n")
    sheet.article(rest, around, '<div class="css-s"><span>{}</span></div>\n')
    sheet.raw("</div></div></div>")
    foot(sheet)


def sitrep(sheet: Sheet) -> None:
    """An aid portal: a table of facts, headings and lists, attachments, other updates."""
    story = sheet.story
    head(sheet)
    menu(sheet, "Updates", "Countries", "Disasters", "Organizations", "Jobs")
    sheet.raw('<main><article class="rw-article"><header>')
    sheet.beside(story.title, '<h1 class="rw-article__title">{}</h1>')
    sheet.raw("</header><dl>")
    sheet.beside("Source", "<dt>{}</dt>")
    sheet.beside("Ember Relief", "<dd>{}</dd>")
    sheet.beside("Posted", "<dt>{}</dt>")
    sheet.beside(story.date, "<dd><time>{}</time></dd>")
    sheet.raw('</dl><section class="rw-attachments"><h3>')
    sheet.junk("Attachments", "Download Report (PDF | 1.2 MB)", around="{}</h3>")
    sheet.raw('</section><div class="rw-article__content">\n')
    sheet.article(story.paragraphs, heading="<h3>{}</h3>\n")
    sheet.raw('</div></article><section class="rw-river"><h2>')
    sheet.junk("Related Content", around="{}</h2>")
    sheet.others(4, '<article class="rw-river-article"><h3><a href="/u">{}</a></h3>', "<p>{}</p></article>")
    sheet.raw("</section></main>")
    foot(sheet)


def ministry(sheet: Sheet) -> None:
    """A ministry's page: a way back to the front page, tools, a text in few elements, other releases."""
    story = sheet.story
    sheet.raw(f'<html><head><title>{story.title}</title></head><body><div id="wrap"><div id="crumbs">')
    sheet.junk("Main page", "Press service", "Releases", around='<a href="/g">{}</a> &raquo; ')
    sheet.raw('</div><div id="content"><div class="tools">')
    sheet.junk("Print version", "Larger text", around='<a href="#">{}</a> ')
    sheet.raw("</div>")
    sheet.beside(f"{story.day:02}.10.2031 (12:00)", '<div class="date">{}</div>')
    sheet.beside(story.title, '<div class="ttl"><b>{}</b></div>')
    sheet.raw('<div class="txt">\n')
    sheet.article(story.paragraphs, '<p align="justify">{}</p>\n', "<p><strong>{}</strong></p>\n")
    sheet.raw('</div></div><div id="right"><div class="box"><b>')
    sheet.junk("Latest releases", around="{}</b>")
    sheet.others(5, '<div class="item"><a href="/rel">{}</a></div>')
    sheet.raw("</div></div>")
    sheet.junk("Use of materials of the site is permitted with reference to the source.", around='<div id="foot">{}</div>')
    sheet.raw("</div></body></html>")


def blog(sheet: Sheet) -> None:
    """A hosted diary: text with line breaks in one division, an archive at the side, comments."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div class="main section"><div class="post hentry">')
    sheet.beside(story.date, "<h2 class='date-header'><span>{}</span></h2>")
    sheet.beside(story.title, "<h3 class='post-title entry-title'>{}</h3>")
    sheet.raw("<div class='post-body entry-content'>")
    for words in story.paragraphs:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}<br /><br />\n")
    sheet.raw("</div><div class='post-footer'>")
    sheet.junk(f"Posted by {story.writer} at 09:12", "3 comments", around="<span>{}</span> ")
    sheet.raw("</div></div></div><div class='sidebar section'><h2>")
    sheet.junk("Blog Archive", "October 2031 (4)", "September 2031 (7)", "August 2031 (11)", around="{}</h2>")
    sheet.junk("Popular Posts", around="<h2>{}</h2>")
    sheet.others(3, "<div class='item-title'><a href='/b'>{}</a></div>", "<div class='item-snippet'>{}</div>")
    sheet.raw("</div>")
    foot(sheet)


def live(sheet: Sheet) -> None:
    """A live page: entries with times, buttons to share under each, a list of key points."""
    story = sheet.story
    head(sheet)
    menu(sheet)
    sheet.raw('<main><div class="live-header">')
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.raw('</div><div class="live-feed">\n')
    for hour, words in enumerate(story.paragraphs, start=6):
        sheet.raw('<article class="live-entry">')
        sheet.beside(f"{hour % 24:02}:1{hour % 10}", '<time class="live-time">{}</time>')
        sheet.article([words], heading="<h3>{}</h3>\n")
        sheet.junk("Share", around='<div class="live-share"><button>{}</button></div></article>\n')
    sheet.raw('</div><aside class="live-side"><h3>')
    sheet.junk("More coverage", around="{}</h3><ul>")
    sheet.others(3, '<li><a href="/lv">{}</a></li>')
    sheet.raw("</ul></aside></main>")
    foot(sheet)


def letter(sheet: Sheet) -> None:
    """A newsletter's page: boxes to subscribe between paragraphs, reactions under the text."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div class="main"><article class="newsletter-post post">')
    sheet.beside(story.title, '<h1 class="post-title">{}</h1>')
    sheet.body(story.standfirst, '<h3 class="subtitle">{}</h3>', links=0)
    sheet.raw('<div class="available-content"><div class="body markup">\n')
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<div class="subscription-widget-wrap"><div class="subscription-widget">')
    sheet.junk("Basin Notes is a reader-supported publication. To receive new posts, consider becoming a subscriber.", "Subscribe",
               around="<p>{}</p>")  # fmt: skip
    sheet.raw("</div></div>\n")
    sheet.article(rest)
    sheet.raw("</div></div>")
    sheet.junk("Like", "Comment", "Restack", around='<div class="post-ufi"><a href="#">{}</a></div>')
    sheet.raw('<div class="recent"><h4>')
    sheet.junk("Recent posts", around="{}</h4>")
    sheet.others(3, '<div class="post-preview"><a href="/s">{}</a>', "<div>{}</div></div>")
    sheet.raw("</div></article></div>")
    foot(sheet)


def bare(sheet: Sheet) -> None:
    """A mailing list's archive: the text as it was typed, in one element."""
    story = sheet.story
    sheet.raw(f"<html><head><title>{story.title}</title></head><body><p>")
    sheet.junk("[Previous message]", "[Next message]", "[Index]", around='<a href="m.html">{}</a> ')
    sheet.raw("</p><hr><pre>\n")
    for words in story.paragraphs:
        sheet.body(words.removeprefix("## ").removeprefix("- "), "{}\n\n", links=0)
    sheet.raw("</pre><hr></body></html>")


def microdata(sheet: Sheet) -> None:
    """A text marked for machines, with a quotation pulled out and a note on the writer in the middle."""
    story = sheet.story
    head(sheet)
    menu(sheet)
    sheet.raw('<div itemscope itemtype="https://schema.org/NewsArticle">')
    sheet.beside(story.title, '<h1 itemprop="headline">{}</h1>')
    sheet.beside(story.writer, '<span itemprop="author">{}</span>')
    sheet.raw('<div itemprop="articleBody">\n')
    first, rest = story.halves()
    sheet.article(first)
    sheet.raw('<figure itemprop="image"><img src="m.jpg">')
    sheet.caption(f"<figcaption>{{}} (Photo: {story.photographer})</figcaption>")
    sheet.raw("</figure>\n")
    sheet.article(rest)
    sheet.beside("This article was updated on Wednesday to give the name of the hospital.", "<p><em>{}</em></p>")
    sheet.raw('</div></div><div class="taboola"><span>')
    sheet.junk("Sponsored content", around="{}</span>")
    sheet.junk("Doctors amazed by this simple trick against back pain", "The 11 most beautiful lakes to see once", around="<a>{}</a>")
    sheet.raw("</div>")
    foot(sheet)


def fields(sheet: Sheet) -> None:
    """A system that wraps every field: items in items, a view of related nodes, links to print."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div class="region-content"><div class="node node-article clearfix">')
    sheet.beside(story.title, '<h1 class="page-title"><span>{}</span></h1>')
    sheet.beside(f"Submitted by editor on Tue, 10/{story.day:02}/2031 - 09:40", '<div class="submitted">{}</div>')
    sheet.raw('<div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">\n')
    sheet.article(story.paragraphs)
    sheet.raw('</div></div></div><ul class="links inline">')
    sheet.junk("Printer-friendly version", "PDF version", "Send by email", around='<li><a href="/p">{}</a></li>')
    sheet.raw('</ul></div></div><div class="region-sidebar-second"><div class="block-views"><h2>')
    sheet.junk("See also", around="{}</h2>")
    sheet.others(4, '<div class="views-row"><span class="views-field-title"><a href="/v">{}</a></span>', "<div>{}</div></div>")
    sheet.raw("</div></div>")
    foot(sheet)


def watch(sheet: Sheet) -> None:
    """A rights group: footnotes, an appeal for money, lists of its other reports with a sentence on each."""
    story = sheet.story
    head(sheet)
    menu(sheet, "Countries", "Topics", "Reports", "Video & Photos", "Take Action")
    sheet.raw('<section class="article-header">')
    sheet.beside(f"{story.date} 12:00AM EDT", "<span>{}</span>")
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.body(story.standfirst, '<h2 class="subtitle">{}</h2>', links=0)
    sheet.raw('</section><div class="article-body"><div class="rich-text">\n')
    sheet.article(story.paragraphs)
    sheet.raw('</div></div><div class="donate-block">')
    sheet.junk("Your tax deductible gift can help stop violations and save lives around the world.", "Donate now", around="<p>{}</p>")
    sheet.raw('</div><section class="related-content"><h3>')
    sheet.junk("Related Reports", around="{}</h3>")
    sheet.others(3, '<div class="media-block"><h4><a href="/w">{}</a></h4>', "<p>{}</p></div>")
    sheet.raw("</section>")
    foot(sheet)


def unclosed(sheet: Sheet) -> None:
    """Written by hand: paragraphs never closed, capitals, centred pictures with words under them."""
    story = sheet.story
    sheet.raw(f"<HTML><TITLE>{story.title}</TITLE><BODY>")
    sheet.junk("News | Photos | Contact us", around="<CENTER><FONT SIZE=-1>{}</FONT></CENTER><HR>")
    sheet.beside(story.title, "<H2>{}</H2>")
    first, rest = story.halves()
    sheet.article(first, "<P>{}\n", "<P><B>{}</B>\n")
    sheet.raw("<CENTER><IMG SRC=f.gif><BR>")
    sheet.caption(f"<FONT SIZE=-1><I>{{}} (Photo by {story.photographer})</I></FONT></CENTER>\n")
    sheet.article(rest, "<P>{}\n", "<P><B>{}</B>\n")
    sheet.raw("<HR>")
    sheet.junk("Back to the news page", "Last changed by the webmaster", around="<FONT SIZE=-1>{}</FONT><BR>")
    sheet.raw("</BODY></HTML>")


def magazine(sheet: Sheet) -> None:
    """A long read: a large first letter, quotations pulled out of the text, captions and credits as paragraphs."""
    story = sheet.story
    head(sheet)
    sheet.raw('<article class="longform"><div class="hero">')
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.beside(f"Words by {story.writer}", '<p class="credit">{}</p>')
    sheet.raw('</div><div class="content">\n')
    opening = story.paragraphs[0]
    sheet.pieces.append(Piece(Part.BODY, opening))
    sheet.raw(f'<p class="first"><span class="dropcap">{opening[0]}</span>{opening[1:]}</p>\n')
    first, rest = story.halves()
    sheet.article(first[1:])
    sheet.raw('<div class="photo"><img src="l.jpg">')
    sheet.caption('<p class="photo-caption">{}</p>')
    sheet.beside(f"Photograph by {story.photographer}", '<p class="photo-credit">{}</p>')
    sheet.raw("</div>\n")
    sheet.article(rest)
    sheet.raw('</div><div class="end-matter">')
    sheet.junk(f"{story.writer} writes about rivers and war. Her book on ferries appeared last year.", around='<p class="bio">{}</p>')
    sheet.raw('</div></article><div class="next"><span>')
    sheet.junk("Keep reading", around="{}</span>")
    sheet.others(2, '<h3><a href="/nx">{}</a></h3>', "<p>{}</p>")
    sheet.raw("</div>")
    foot(sheet)


def hydrated(sheet: Sheet) -> None:
    """An application's page: the text in elements of its own names, the data once more in a script."""
    story = sheet.story
    head(sheet)
    sheet.raw('<div id="__next"><app-header>')
    sheet.junk("Sections", "Search", "Sign in", around="<button>{}</button>")
    sheet.raw("</app-header><main><app-story>")
    sheet.beside(story.title, "<h1>{}</h1>")
    sheet.beside(f"{story.writer} · {story.date}", "<app-byline>{}</app-byline>")
    first, rest = story.halves()
    sheet.article(first, "<app-par><p data-v-1>{}</p></app-par>\n")
    sheet.raw("<app-promo><h3>")
    sheet.junk("In other news", around="{}</h3>")
    sheet.others(2, '<a href="/in"><span>{}</span></a>', "<p>{}</p>")
    sheet.raw("</app-promo>\n")
    sheet.article(rest, "<app-par><p data-v-1>{}</p></app-par>\n")
    sheet.raw('</app-story></main><script id="__NEXT_DATA__" type="application/json">{"story": {"kind": "article"}}</script></div>')
    foot(sheet)
