// „Stand melden“: what is wrong is said, and the text is what the import reads.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alsForgemeldung, alsMail, alsText, pruefe } from "../../docs/assets/js/melden-text.js";

/** @type {Meldedaten} */
const DATEN = {
  massnahme: "treff",
  fragen: [
    ["massnahme", "Maßnahme", true],
    ["datum", "Tag", true],
    ["stand", "Stand", true],
    ["beleg", "Beleg", false],
    ["text", "Bericht", false],
  ],
  worte: { stand: { in_umsetzung: "in Umsetzung" } },
  aktiv: ["beschlossen", "in_umsetzung"],
  mitBeleg: ["beschlossen", "umgesetzt"],
  ende: "### Ende der Meldung",
  email: "amt@example.org",
  betreff: "Stand melden: 3.1 Treff & Café",
  hoechstens: 1800,
  textfeld: "",
};
const GUT = {
  datum: "2026-06-15",
  stand: "in_umsetzung",
  ampel: "",
  von: "",
  beleg: "",
  adresse: "",
  schritte: "",
  text: "",
};
const HEUTE = "2026-06-30";

describe("Was nicht passt, steht bei seiner Frage", () => {
  test("alles passt", () => assert.deepEqual(pruefe(GUT, DATEN, HEUTE), {}));
  /** @type {[string, Record<string, string>][]} */
  const faelle = [
    ["datum", { datum: "" }],
    ["datum", { datum: "2026-07-01" }],
    ["stand", { stand: "" }],
    ["ampel", { stand: "umgesetzt", ampel: "im_plan", beleg: "Beschluss" }],
    ["text", { ampel: "verzoegert" }],
    ["beleg", { stand: "umgesetzt" }],
    ["adresse", { adresse: "javascript:alert(1)" }],
    ["adresse", { adresse: "example.org" }],
    ["text", { text: "Bitte 0511 1234567 anrufen." }],
    ["text", { text: "Handy 01701234567" }],
    ["text", { text: "+49 (0)511 123456" }],
    ["text", { text: "Frau Öztürk hilft." }],
    ["beleg", { beleg: "Mail von erika@example.org" }],
    ["von", { von: "Dr. Muster" }],
    ["text", { text: "<b>viel</b>" }],
    ["text", { text: "{{ 1 }}" }],
  ];
  for (const [feld, anders] of faelle)
    test(JSON.stringify(anders), () =>
      assert.deepEqual(Object.keys(pruefe({ ...GUT, ...anders }, DATEN, HEUTE)), [feld]),
    );
  for (const text of [
    "Am 15.06.2026 mit 1.250 Gästen.",
    "Beschluss 2026/0815",
    "Die Frau des Jahres",
    "https://example.org/0511-1234567",
  ])
    test(text, () => assert.deepEqual(pruefe({ ...GUT, text }, DATEN, HEUTE), {}));
});

describe("Der Text", () => {
  test("nennt jede Frage in ihrer Folge, Listen in Worten, eine Zeile je Antwort", () =>
    assert.equal(
      alsText({ ...GUT, beleg: "Vermerk\n### Bericht", text: "Zeile eins.\n\nZeile zwei." }, DATEN),
      "### Maßnahme\n\ntreff\n\n### Tag\n\n2026-06-15\n\n### Stand\n\nin Umsetzung\n\n" +
        "### Beleg\n\nVermerk ### Bericht\n\n### Bericht\n\nZeile eins.\n\nZeile zwei.\n\n### Ende der Meldung\n",
    ));
  test("passt bis 1.800 Zeichen in eine E-Mail, sonst nicht", () => {
    const fest = alsMail("", DATEN).length;
    assert.equal(alsMail("x".repeat(1800 - fest), DATEN).length, 1800);
    assert.equal(alsMail("x".repeat(1801 - fest), DATEN), "");
    assert.ok(alsMail("a & b\n", DATEN).endsWith("&body=a%20%26%20b%0D%0A"));
    assert.ok(
      alsMail("", DATEN).startsWith(
        "mailto:amt@example.org?subject=Stand%20melden%3A%203.1%20Treff%20%26%20Caf%C3%A9&",
      ),
    );
  });
});

describe("Die Adresse bei der Datenablage", () => {
  const GITHUB = "https://example.org/stadt/konzept/issues/new?template=sachstand.yml&title=Sachstand";
  const GITLAB =
    "https://example.org/stadt/konzept/-/issues/new?issue%5Btitle%5D=Sachstand&issue%5Bdescription%5D=leer";
  const je = { ...GUT, text: "Läuft." };
  test("hat ein Feld je Antwort, wo es das Formular gibt", () => {
    const felder = new URL(alsForgemeldung(GITHUB, "### Bericht", je, DATEN)).searchParams;
    assert.deepEqual(
      ["template", "title", "datum", "text"].map((n) => felder.get(n)),
      ["sachstand.yml", "Sachstand", "2026-06-15", "Läuft."],
    );
  });
  test("hat sonst den ganzen Text, wie ihn das Einlesen versteht", () => {
    const felder = new URL(
      alsForgemeldung(GITLAB, "### Bericht\n\nLäuft.", je, { ...DATEN, textfeld: "issue[description]" }),
    ).searchParams;
    assert.deepEqual(
      [...felder],
      [
        ["issue[title]", "Sachstand"],
        ["issue[description]", "### Bericht\n\nLäuft."],
      ],
    );
  });
  test("ist leer, wo sie zu lang würde", () =>
    assert.equal(alsForgemeldung(GITHUB, "", { ...je, text: "x".repeat(6000) }, DATEN), ""));
});
