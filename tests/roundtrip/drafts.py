"""Drafts made up of stock sentences, and what a round may do to one. The same seed gives the same texts."""

import random

ACTORS = ["The States Parties", "Los Estados Miembros", "The General Secretariat", "Les États", "Os Estados", "الدول الأطراف"]
MODALS = ["shall", "may", "deberán", "s'engagent à", "undertake to", "должны"]
DEEDS = ["exchange information", "fortalecer la cooperación", "“prevent” the traffic in firearms", "renforcer les capacités",
         "train 1.5 million officers", "review [annually] their laws", "act—where appropriate—together", "حماية الضحايا",
         "test 𝒜𝒷 and 𠮷 signs", "sign A & B <C>"]
ENDS = [".", ";", ", as agreed.", " (AGREED).", "!"]


class Drafter:
    """A draft is a list of paragraphs."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def sentence(self) -> str:
        pick = self.random.choice
        return " ".join([pick(ACTORS), pick(MODALS), pick(DEEDS), "and", pick(DEEDS)]) + pick(ENDS)

    def plan(self, sections: int = 3, items: int = 3) -> list[str]:
        lines = ["PLAN OF ACTION", "(Draft)"]
        for section in range(1, sections + 1):
            lines.append(f"{section}. Section of {self.sentence()[:-1]}")
            for item in range(1, items + 1):
                lines.append(f"{section}.{item} {self.sentence()} {self.sentence()}")
                if self.random.random() < 0.6:
                    lines += [f"Declaration of Bridgetown, {2000 + item}:", f"“{self.sentence()}”"]
                if self.random.random() < 0.3:
                    lines.append(self.sentence())
        return lines

    def treaty(self, articles: int = 4) -> list[str]:
        lines = ["CONVENTION ON MUTUAL HELP", "The States Parties,", "Have agreed as follows:"]
        for article in range(1, articles + 1):
            lines += [f"Article {article}", f"1. {self.sentence()}", f"2. {self.sentence()}", f"(a) {self.sentence()}",
                      f"(b) {self.sentence()}"]
        return lines

    def prose(self, count: int = 12) -> list[str]:
        return [self.sentence() + " " + self.sentence() for _ in range(count)]

    def revised(self, draft: list[str], changes: int = 8) -> list[str]:
        lines = list(draft)
        for _ in range(changes):
            self.random.choice([self.reword, self.reword, self.insert, self.delete, self.move, self.split, self.join,
                                self.append])(lines)
        return lines

    def _place(self, lines: list[str]) -> int:
        return self.random.randrange(len(lines))

    def reword(self, lines: list[str]) -> None:
        place = self._place(lines)
        words = lines[place].split(" ")
        first = self.random.randrange(len(words))
        words[first:first + self.random.randrange(3)] = self.random.choice([[], ["hereby"], ["and/or", "never"]])
        lines[place] = " ".join(words) or "-"

    def insert(self, lines: list[str]) -> None:
        lines.insert(self._place(lines), self.sentence())

    def append(self, lines: list[str]) -> None:
        lines.append(self.sentence())

    def delete(self, lines: list[str]) -> None:
        if len(lines) > 2:
            del lines[self._place(lines)]

    def move(self, lines: list[str]) -> None:
        if len(lines) < 6:
            return
        begin = self.random.randrange(len(lines) - 3)
        moved = lines[begin:begin + 3]
        del lines[begin:begin + 3]
        place = self._place(lines)
        lines[place:place] = moved

    def split(self, lines: list[str]) -> None:
        place = self._place(lines)
        words = lines[place].split(" ")
        middle = len(words) // 2
        if middle > 0:
            lines[place:place + 1] = [" ".join(words[:middle]), " ".join(words[middle:])]

    def join(self, lines: list[str]) -> None:
        place = self._place(lines)
        if place + 1 < len(lines):
            lines[place:place + 2] = [lines[place] + " " + lines[place + 1]]


def pairs() -> dict[str, tuple[str, str]]:
    """Names, each with an earlier and a later draft."""
    made = {}
    for seed in range(4):
        drafter = Drafter(seed)
        for kind in (drafter.plan, drafter.treaty, drafter.prose):
            draft = kind()
            made[f"{kind.__name__}-{seed}"] = (draft, drafter.revised(draft))
    drafter = Drafter(99)
    plan = drafter.plan()
    made["replaced"] = (plan, drafter.prose(6))
    made["to-nothing"] = (plan[:4], [])
    made["from-nothing"] = ([], plan[:4])
    made["tail-gone"] = (plan, plan[:-3])
    made["tail-came"] = (plan[:-3], plan)
    made["head-gone"] = (plan, plan[3:])
    made["same"] = (plan, plan)
    made["turned"] = (plan, plan[:2] + plan[14:] + plan[2:14])
    return {name: tuple("\n\n".join(lines) + "\n" for lines in both) for name, both in made.items()}
