"""usage: redline_test.py BROWSER_PAGE TRAVAUX HISTORY

Clicks through the page of the worked example's redline, rev. 1 -> rev. 2, in headless Chromium, and compares what is seen with
what the command says of the same two drafts.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

from cdp import Browser, Page

MAKE, TRAVAUX, HISTORY = sys.argv[1:4]
FROM, TO = "rev. 1", "rev. 2"
FILES = [f"{HISTORY}/drafts/2011-05-03-rev-1.txt", f"{HISTORY}/drafts/2011-05-19-rev-2.txt"]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def words(text):
    """A text in comparison form, as a list of words and marks."""
    text = unicodedata.normalize("NFC", text)
    for kinds, one in (("‘’‚‛′", "'"), ("“”„‟″«»", '"'), ("‐‑‒–—―−", "-"), ("\u00ad\u200b\u200c\u200d\ufeff\u2060", "")):
        for kind in kinds:
            text = text.replace(kind, one)
    return re.findall(r"\w+|[^\w\s]", text)


# What the page shows of its edits: those marked, and the blocks that are seen.
SHOWN = """(() => {
  const root = [document.getElementById('text'), document.querySelector('.split')].find(e => e && !e.hidden);
  const seen = e => e.getClientRects().length > 0;
  const ids = new Set();
  for (const e of root.querySelectorAll('[data-e]')) {
    if (!seen(e) || e.classList.contains('other')) continue;
    const back = getComputedStyle(e).backgroundColor;
    if (/^(INS|DEL)$/.test(e.tagName) && back === 'rgba(0, 0, 0, 0)') continue;
    e.dataset.e.split(' ').forEach(id => ids.add(Number(id)));
  }
  return {ids: [...ids].sort((a, b) => a - b),
          sections: [...new Set([...root.children].filter(e => e.dataset.s && seen(e)).map(e => e.dataset.s))],
          idle: [...root.children].filter(e => seen(e) && e.dataset.s && !e.matches('.heading')
                   && ![e, ...e.querySelectorAll('[data-e]')].some(x => x.dataset.e && !x.classList.contains('other'))).length};
})()"""


class RedlinePage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="travaux-page-")
        for name, options in (("full", []), ("only", ["--for", "CARICOM"]), ("plain", ["--without"]), ("hostile", ["--hostile"])):
            with open(f"{cls.folder.name}/{name}.html", "w", encoding="utf-8") as file:
                file.write(output_of(MAKE, HISTORY, FROM, TO, *options))
        cls.drafts = [words(output_of(TRAVAUX, "show", file, "--format", "text")) for file in FILES]
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def page(self, name="full", **options):
        page = Page(self.browser, **options)
        self.addCleanup(page.close)
        page.open(f"{self.folder.name}/{name}.html")
        return page

    def data(self, page):
        return page.run("JSON.parse(document.getElementById('data').textContent)")

    def stands(self, page):
        """The edits that have words or a place in the text."""
        return set(page.run("[...document.querySelectorAll('#text [data-e]')].flatMap(e => e.dataset.e.split(' ').map(Number))"))

    def seen_text(self, page, hidden):
        page.run(f"""(() => {{ const style = document.createElement('style'); style.id = 'test';
            style.textContent = '#text {hidden} {{ display: none }}'; document.head.append(style); }})()""")
        text = page.run("document.getElementById('text').innerText")
        page.run("document.getElementById('test').remove()")
        return words(text)

    def choose(self, page, facet, value):
        page.press("/")
        page.run(f"document.querySelector('.filters input[name={facet}][value={json.dumps(value)}]').closest('label').id = 'chosen'")
        page.click("#chosen")
        page.run("document.getElementById('chosen').removeAttribute('id')")

    # --- the text ---

    def test_without_deletions_the_text_is_the_later_draft_and_without_insertions_the_earlier(self):
        page = self.page()
        self.assertEqual(self.seen_text(page, "del"), self.drafts[1])
        self.assertEqual(self.seen_text(page, "ins"), self.drafts[0])

    def test_side_by_side_the_earlier_draft_stands_left_and_the_later_right(self):
        page = self.page()
        before = page.run("document.getElementById('text').innerHTML")
        page.click(".tools [data-view=split]")
        for side, draft in (("earlier", self.drafts[0]), ("later", self.drafts[1])):
            text = page.run(f"[...document.querySelectorAll('.split .cell[data-draft={side}]')].map(e => e.textContent).join('\\n')")
            self.assertEqual(words(text), draft)
        left, right = (page.run(f"document.querySelector('.split .cell[data-draft={side}] > *').getBoundingClientRect().x")
                       for side in ("earlier", "later"))
        self.assertLess(left, right)
        self.assertEqual(page.run("document.getElementById('text').innerHTML"), before)
        self.assertEqual(page.run("document.getElementById('text').getClientRects().length"), 0)
        page.click(".tools [data-view=inline]")
        self.assertEqual(page.run("document.querySelector('.split').getClientRects().length"), 0)
        self.assertEqual(self.seen_text(page, "del"), self.drafts[1])

    def test_without_scripts_text_and_sources_are_whole_and_no_control_is_there(self):
        page = self.page(script=False)
        document = page.call("DOM.getDocument", depth=-1)["root"]
        found = lambda selector: page.call("DOM.querySelectorAll", nodeId=document["nodeId"], selector=selector)["nodeIds"]
        self.assertEqual(found(".tools, .panel, .split"), [])
        self.assertGreater(len(found("#sources > ol > li")), 10)
        box = page.call("DOM.getBoxModel", nodeId=found("#sources > ol > li")[0])["model"]
        self.assertGreater(box["height"], 0)
        html = page.call("DOM.getOuterHTML", nodeId=found("#text")[0])["outerHTML"]
        text = re.sub(r"<[^>]*>", "", re.sub(r"<del\b.*?</del>", "", html, flags=re.S))
        for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u00a0"), ("&amp;", "&")):
            text = text.replace(entity, character)
        self.assertEqual(words(text), self.drafts[1])

    # --- filters ---

    def check_filter(self, page, matches):
        data, standing = self.data(page), self.stands(page)
        shown = page.run(SHOWN)
        wanted = {i for i, edit in enumerate(data["edits"]) if matches(data, edit)} & standing
        self.assertTrue(wanted)
        # An element may show two edits, of which one is wanted.
        pairs = page.run("[...document.querySelectorAll('#text [data-e]')].map(e => e.dataset.e.split(' ').map(Number))")
        allowed = {i for ids in pairs if wanted & set(ids) for i in ids}
        self.assertLessEqual(wanted, set(shown["ids"]))
        self.assertLessEqual(set(shown["ids"]), allowed)
        self.assertEqual(shown["idle"], 0)
        result = page.run("document.querySelector('[role=status]').textContent")
        self.assertEqual(result, f"{len(wanted)} of {len(data['edits'])} changes shown.")
        return shown

    def test_a_filter_by_class_shows_exactly_the_changes_of_that_class(self):
        for value in ("substantive", "number", "date", "bracket", "editorial"):
            page = self.page()
            if not any(edit.get("class") == value for edit in self.data(page)["edits"]):
                continue
            self.choose(page, "class", value)
            self.check_filter(page, lambda data, edit: edit.get("class") == value)
            page.click(".filters .clear")
            self.assertEqual(set(page.run(SHOWN)["ids"]), self.stands(page))

    def test_a_filter_by_group_shows_exactly_what_that_group_asked_for(self):
        page = self.page()
        self.choose(page, "group", "CARICOM")
        self.check_filter(page, lambda data, edit: "CARICOM" in [data["groups"][g] for g in edit.get("groups", [])])
        self.choose(page, "group", "CARICOM")
        self.choose(page, "group", "nobody")
        self.check_filter(page, lambda data, edit: not edit.get("groups"))

    def test_facets_hold_together_and_side_by_side_too(self):
        page = self.page()
        data = self.data(page)
        some = next(edit for edit in data["edits"] if edit.get("groups") and edit.get("class"))
        group = data["groups"][some["groups"][0]]
        page.press("s")
        self.choose(page, "group", group)
        self.choose(page, "class", some["class"])
        self.check_filter(page, lambda data, edit: edit.get("class") == some["class"]
                          and group in [data["groups"][g] for g in edit.get("groups", [])])

    def test_a_filter_by_section_shows_that_section_alone(self):
        page = self.page()
        page.press("/")
        section = page.run("document.querySelector('.filters select').options[2].value")
        page.run("""(() => { const select = document.querySelector('.filters select'); select.selectedIndex = 2;
                    select.dispatchEvent(new Event('change')); })()""")
        shown = page.run(SHOWN)
        self.assertEqual(shown["sections"], [section])
        there = page.run(f"""[...document.querySelectorAll('#text > [data-s="{section}"]')]
            .flatMap(b => [b, ...b.querySelectorAll('[data-e]')]).filter(e => e.dataset.e)
            .flatMap(e => e.dataset.e.split(' ').map(Number))""")
        self.assertEqual(shown["ids"], sorted(set(there)))

    # --- sources ---

    def test_a_click_on_an_edit_opens_its_sources_with_the_evidence_and_escape_closes_them(self):
        page = self.page()
        said = json.loads(output_of(TRAVAUX, "attribute", *FILES, "--comments", f"{HISTORY}/comments", "--format", "json"))
        edits = self.data(page)["edits"]
        self.assertEqual([edit["change"] for edit in edits], [edit["change"] for edit in said["edits"]])
        standing = page.run("[...document.querySelectorAll('#text :is(ins, del)[data-e]')].map(e => Number(e.dataset.e.split(' ')[0]))")
        asked = next(i for i in standing if said["edits"][i]["sources"])
        unasked = next(i for i in standing if not said["edits"][i]["sources"])
        page.click(f'#text :is(ins, del)[data-e^="{asked}"]')
        panel = page.run("document.querySelector('.panel').innerText")
        for source in said["edits"][asked]["sources"]:
            self.assertIn(source["by"], panel)
            self.assertIn(source["how"], panel)
            self.assertIn(f"proposal {source['number']}", panel)
            self.assertIn(" ".join(source["evidence"].split()), " ".join(panel.split()))
        self.assertNotIn("caricom-letter", panel)  # no file's name
        page.press("Escape")
        self.assertEqual(page.run("document.querySelector('.panel').getClientRects().length"), 0)
        self.assertIn(str(asked), page.run("document.activeElement.dataset.e").split())
        page.click(f'#text :is(ins, del)[data-e^="{unasked}"]')
        self.assertIn("Nobody asked for it.", page.run("document.querySelector('.panel').innerText"))

    def test_the_panel_stands_beside_the_text_on_a_wide_screen_and_below_on_a_narrow_one(self):
        for width, beside in ((1280, True), (390, False)):
            page = self.page(width=width, height=800)
            page.click("#text ins[data-e]")
            box = page.run("(({x, y, width, height}) => [x, y, width, height])(document.querySelector('.panel').getBoundingClientRect())")
            if beside:
                self.assertGreater(box[0], width / 2)
                self.assertEqual(box[3], 800)
            else:
                self.assertEqual(box[2], width)
                self.assertGreater(box[1], 300)
            hidden = page.run("""(() => { const e = document.querySelector('.open-edit').getClientRects()[0];
                const p = document.querySelector('.panel').getBoundingClientRect();
                return e.right > p.left && e.bottom > p.top && e.top < p.bottom; })()""")
            self.assertFalse(hidden, "the panel covers the edit that it is about")

    def test_for_one_group_no_other_is_named_and_nothing_is_said_of_what_others_asked(self):
        page = self.page("only")
        html = page.run("document.documentElement.outerHTML")
        article = page.run("document.getElementById('text').innerText")
        for group in ("SICA", "MERCOSUR", "Andean Community", "North America"):
            self.assertEqual(html.count(group), article.count(group), group)
        self.assertNotIn("obody asked", page.run("document.body.innerText"))
        page.press("/")
        self.assertEqual(page.run("[...document.querySelectorAll('.filters input[name=group]')].map(e => e.value)"), ["CARICOM"])

    def test_without_credits_no_group_is_named_and_changes_are_told_apart_all_the_same(self):
        page = self.page("plain")
        for group in ("CARICOM", "SICA", "MERCOSUR"):
            self.assertEqual(page.run("document.documentElement.outerHTML").count(group),
                             page.run("document.getElementById('text').textContent").count(group))
        self.choose(page, "class", "substantive")
        self.check_filter(page, lambda data, edit: edit.get("class") == "substantive")
        page.click("#text ins[data-e]:not(.other)")
        self.assertIn("substantive", page.run("document.querySelector('.panel').innerText"))

    # --- keys ---

    def test_keys_go_from_change_to_change_open_sources_filter_and_explain_themselves(self):
        page = self.page()
        stops = page.run("""(() => { const seen = new Set(), stops = [];
            for (const e of document.querySelectorAll('#text [data-e]')) {
                const fresh = e.dataset.e.split(' ').filter(id => !seen.has(id));
                if (fresh.length) { fresh.forEach(id => seen.add(id)); stops.push(e.dataset.e); } }
            return stops; })()""")
        focus = lambda: page.run("document.activeElement.dataset.e")
        where = []
        for key in ("n", "n", "j", "p", "k"):
            page.press(key)
            where.append(focus())
        self.assertEqual(where, [stops[0], stops[1], stops[2], stops[1], stops[0]])
        self.assertIn(f"Change 1 of {len(stops)}", page.run("document.querySelector('[role=status]').textContent"))
        self.assertNotEqual(page.run("getComputedStyle(document.activeElement).outlineStyle"), "none")
        page.press("Enter")
        self.assertGreater(page.run("document.querySelector('.panel').getClientRects().length"), 0)
        self.assertEqual(page.run("document.activeElement.id"), "panel-title")
        page.press("Escape")
        self.assertEqual(focus(), stops[0])
        page.press("/")
        self.assertEqual(page.run("document.activeElement.type"), "checkbox")
        page.press("Escape")
        self.assertTrue(page.run("document.querySelector('.filters').hidden"))
        page.press("?")
        self.assertTrue(page.run("document.querySelector('dialog').open"))
        page.press("Escape")
        self.assertFalse(page.run("document.querySelector('dialog').open"))

    def test_the_first_key_stop_is_the_link_past_everything(self):
        page = self.page()
        page.press("Tab")
        self.assertEqual(page.run("document.activeElement.className"), "skip")
        self.assertGreater(page.run("document.activeElement.getBoundingClientRect().x"), 0)

    def test_a_screen_reader_is_told_what_is_inserted_and_what_is_deleted(self):
        page = self.page()
        page.call("Accessibility.enable")
        nodes = page.call("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in nodes if "role" in node]
        self.assertEqual(roles.count("insertion"), page.run("document.querySelectorAll('#text ins').length"))
        self.assertEqual(roles.count("deletion"), page.run("document.querySelectorAll('#text del').length"))
        names = [node["name"]["value"].strip() for node in nodes if "name" in node]
        self.assertIn("[inserted:", names)
        self.assertIn("[deleted:", names)

    # --- the page ---

    def test_nothing_is_fetched_and_nothing_complained_of(self):
        page = self.page()
        for key in ("n", "Enter", "Escape", "s", "n", "s", "/"):
            page.press(key)
        self.choose(page, "group", "SICA")
        asked = [event["request"]["url"] for event in page.of("Network.requestWillBeSent")]
        self.assertEqual(asked, [f"file://{self.folder.name}/full.html"])
        self.assertEqual(page.complaints(), [])

    def test_the_page_is_small_enough_to_be_mailed(self):
        texts = sum(os.path.getsize(file) for file in FILES)
        for name in ("full", "plain"):
            self.assertLess(os.path.getsize(f"{self.folder.name}/{name}.html"), 60_000 + 2 * texts, name)

    def test_a_script_that_is_not_the_pages_own_does_not_run(self):
        page = self.page()
        page.run("""(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s);
                    const i = document.createElement('div'); i.innerHTML = '<img src=x onerror="window.hacked=2">';
                    document.body.append(i); })()""")
        self.assertIsNone(page.run("window.hacked ?? null"))

    def test_hostile_text_is_text(self):
        page = self.page("hostile")
        for key in ("n", "Enter", "n", "n", "Escape", "s", "/"):
            page.press(key)
        page.run("document.querySelectorAll('#text [data-e]').forEach(e => openPanel(e))")
        self.assertIsNone(page.run("window.hacked ?? null"))
        self.assertEqual(page.complaints(), [])
        self.assertEqual(page.run("document.querySelectorAll('img, [onfocus], [onerror]').length"), 0)
        self.assertEqual(page.run("document.querySelectorAll('script').length"), 6)
        self.assertEqual(self.seen_text_of(page), self.drafts[1])

    def seen_text_of(self, page):
        page.press("Escape")
        page.run("showSplit(false)")
        return self.seen_text(page, "del")

    def test_the_rounds_and_what_it_is_made_from_are_told(self):
        page = self.page()
        rounds = page.run("[...document.querySelectorAll('.rounds li')].map(e => e.innerText)")
        self.assertEqual(len(rounds), 2)
        for part in (TO, "Round 3", "2011-05-19", "Chair of the Working Group", f"{len(self.data(page)['edits'])} changes"):
            self.assertIn(part, rounds[1])
        foot = page.run("document.querySelector('footer').innerText")
        for part in (FROM, TO, "a" * 64, "travaux 9.9.9", "constructed"):
            self.assertIn(part, foot)

    def test_nothing_is_wider_than_a_phone(self):
        page = self.page(width=390, height=844)
        for key in ("", "n", "Enter", "Escape", "/", "Escape", "s", "?"):
            if key:
                page.press(key)
            wide = page.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.assertLessEqual(wide, 0, f"after {key}")

    def test_in_print_there_are_no_controls_and_the_sources_follow(self):
        page = self.page()
        page.press("n")
        page.press("Enter")
        page.media("print")
        shown = lambda selector: page.run(f"[...document.querySelectorAll('{selector}')].filter(e => e.getClientRects().length).length")
        for selector in (".tools", ".panel", "nav", "#only"):
            self.assertEqual(shown(selector), 0, selector)
        self.assertEqual(shown("#sources"), 1)
        self.assertEqual(page.run("getComputedStyle(document.documentElement).backgroundColor"), "rgb(255, 255, 255)")
        self.assertIn("underline", page.run("getComputedStyle(document.querySelector('#text ins')).textDecorationLine"))
        self.assertIn("line-through", page.run("getComputedStyle(document.querySelector('#text del')).textDecorationLine"))

    def test_in_the_dark_text_is_light_and_every_mark_can_be_read(self):
        page = self.page()
        page.media(dark=True)
        page.click("#text .asked-by")
        ratio = """(selector => { const rgb = c => c.match(/[\\d.]+/g).slice(0, 3).map(Number);
            const light = c => { const [r, g, b] = rgb(c).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                                 return .2126 * r + .7152 * g + .0722 * b; };
            const e = document.querySelector(selector); let under = e;
            while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
            const pair = [light(getComputedStyle(e).color), light(getComputedStyle(under).backgroundColor)].sort((a, b) => b - a);
            return (pair[0] + .05) / (pair[1] + .05); })"""
        self.assertLess(page.run("Number(getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0])"), 60)
        for selector in ("#text p", "#text ins", "#text del", ".panel .who", ".panel .how", ".tools button", ".rounds li", "footer"):
            self.assertGreaterEqual(page.run(f"{ratio}({json.dumps(selector)})"), 4.5, selector)


if __name__ == "__main__":
    os.environ.pop("LD_PRELOAD", None)
    unittest.main(argv=sys.argv[:1])
