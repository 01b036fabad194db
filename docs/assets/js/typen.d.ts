// Shapes that the scripts share. For the type checker alone: the site does not carry this file.

/** One question of a list: its answers in order, and for each row the positions of its answers. */
interface Facette {
  id: string;
  name: string;
  werte: [wert: string, wort: string][];
  zeilen: number[][];
  /** Says something about the visitor, and so stays away from the server. */
  privat?: boolean;
  /** The answer that is chosen before anybody chooses. */
  vorgabe?: number;
}

/** Groups of words that mean the same, and for lists of changes the day of each row. */
interface Zusatz {
  gleich?: string[][];
  tage?: string[];
}

/** What the page says about a list beside its table. */
interface Listendaten extends Zusatz {
  facetten: Facette[];
  einzahl: string;
  mehrzahl: string;
  keine: string;
  datei: string;
}

/** What a visitor has chosen; `wahl` holds positions in `werte` by the id of the facet. */
interface Auswahl {
  q: string;
  sort: string;
  seit: string;
  wahl: Map<string, Set<number>>;
}

/** How many rows each answer of a facet would leave. */
type Zaehler = (facette: Facette) => ArrayLike<number>;

/** Rows of a selection: their numbers in order, whether one passes, and how to count a facet. */
interface Ergebnis {
  treffer: number[];
  passt: (zeile: number, ohne?: Facette) => boolean;
  zaehle: Zaehler;
}

/** Something that narrows a list: its words, the selection without it, and how to drop it. */
interface Kriterium {
  facette?: string;
  text: string;
  ohne: Auswahl;
  weg: () => void;
}

/** A kind of file that a selection can be taken along as. */
type Dateiart = "csv" | "xlsx";

/** What happens when somebody uses the tool bar. */
interface Handlungen {
  /** Shows all cells of cards, or only the main ones; whether it is all now. Missing where nothing is left out. */
  ausfuehrlich?: () => boolean;
  suche(q: string, sofort?: boolean): void;
  fertig(): void;
  seit(tag: string): void;
  wahl(facette: string, wert: number, an: boolean): void;
  sort(spalte: string): void;
  leer(): void;
  drucke(): void;
  lade(art: Dateiart): Promise<void>;
  kopiere(knopf: HTMLElement): void;
}

/** A facet as it stands in the tool bar. */
interface Facettenteil {
  facette: Facette;
  id: string;
  knopf: HTMLButtonElement;
  zeichen: HTMLElement;
  feld: HTMLFieldSetElement;
  kaesten: HTMLInputElement[];
  zaehler: HTMLElement[];
  zeilen: HTMLElement[];
  rest: HTMLElement;
  lang: boolean;
}

/** A column that sorts. */
interface Spalte {
  id: string;
  name: string;
  th: HTMLTableCellElement;
  i: number;
}

type Horcher = { [Art in keyof HTMLElementEventMap as `on${Art}`]?: (ereignis: HTMLElementEventMap[Art]) => unknown };

/** Attributes and listeners of an element that a script makes. */
interface Merkmale extends Horcher {
  [aria: `aria-${string}`]: string;
  autocomplete?: "off";
  class?: string;
  for?: string;
  hidden?: boolean;
  id?: string;
  maxlength?: number;
  role?: string;
  spellcheck?: "false";
  type?: string;
  value?: string;
}

/** A cell of a workbook: a number is a day, everything else is text. */
type Zellwert = string | number;

/** What a workbook is made of; the first row of `inhalt` is its head, the last column holds addresses. */
interface Buch {
  titel: string;
  adresse: string;
  name: string;
  inhalt: Zellwert[][];
  auswahl: string;
}

/** A page of the folder that visitors compile, as the build writes it. */
interface Blatt {
  titel: string;
  html: string;
}

/** Pagefind publishes no types; this is as much of it as the search uses. */
interface Pagefind {
  init(): Promise<void>;
  options(wahl: {
    baseUrl: string;
    noWorker: boolean;
    ranking: { metaWeights: Record<string, number> };
  }): Promise<void>;
  search(text: string): Promise<{ results: PagefindTreffer[] }>;
}

interface PagefindTreffer {
  id: string;
  score: number;
  data(): Promise<PagefindSeite>;
}

/** A line of `titel.json`: where it leads, below the root; its title; what it is; its other names. */
type Titel = [ziel: string, titel: string, art: string, auch: string];

interface PagefindSeite {
  url: string;
  /** Text with `<mark>` around what was found. */
  excerpt: string;
  content: string;
  meta: { title: string; art: string };
}

/** What splits the figures of an indicator; `gesamt` is the position of the value for everybody, or -1. */
interface Dimension {
  id: string;
  name: string;
  werte: string[];
  gesamt: number;
  ueberlappend: boolean;
}

/** The figures of an indicator, ready to be explored; rows hold time, values of the dimensions, figure and texts. */
interface Modell {
  name: string;
  einheit: string;
  nomen: string;
  prozent: boolean;
  stellen: number;
  anteilstellen: number;
  zeitwort: string;
  dimensionen: Dimension[];
  zeiten: [text: string, tag: number][];
  zeilen: (number | string | null)[][];
  teilbar: boolean;
  grund: string;
  luecke: number;
  bruch: number;
  bruchwort: string;
  marken: { wert: number; text: string; ziel: boolean }[];
  /** By the place of a time: the days that its figures rest on. */
  zusatz: Record<string, string[]>;
  bilder: Record<string, Partial<Zustand>>;
  /** What the picture of the page does that exploring does not. */
  anders: Record<string, string[]>;
  /** What was asked, in a survey. */
  frage: string;
  fuss: { quelle: string; eingetragen: string; ort: string; adresse: string; datei: string };
}

/** A line from edge to edge of a picture: a target, the figure of another area, the day a series breaks. */
interface Querlinie {
  art: "ziel" | "vergleich" | "bruch";
  wert: number;
  text: string;
}

/** The axis of figures: its ends, its grid values, and their decimal places. */
interface Skala {
  unten: number;
  oben: number;
  werte: number[];
  stellen: number;
}

/** Letters of both weights: how far each goes on, in thousandths of its size, and its outline. */
interface Schriftzeichen {
  normal: Record<string, [weite: number, umriss: string]>;
  fett: Record<string, [weite: number, umriss: string]>;
}

/** What a reader has chosen: kinds of marks, which dimension is what, the span of time, and what is left out. */
interface Zustand {
  art: string;
  achse: string;
  farbe: string;
  kachel: string;
  zahl: string;
  folge: string;
  von: number;
  bis: number;
  ohne: string[];
  fest: Record<string, string>;
}

/** One mark to draw. */
interface Bildzeile {
  kachel: string;
  achse: string;
  reihe: string;
  nummer: number;
  zeit: number;
  zeit_text: string;
  wert: number | null;
  stelle: number;
  von: number;
  bis: number;
  leer: string | null;
  wert_text: string;
  lang: string;
  beschreibung: string;
  /** What the mark of a whole stack without parts says. */
  sagt?: string;
  stueck: string;
}

/** Everything that a picture, its table and its words are made of. */
interface Ansicht {
  zeilen: Bildzeile[];
  kacheln: string[];
  achsen: string[];
  reihen: string[];
  gezeigt: string[];
  /** The number of the colour of every group. */
  farben: Record<string, number>;
  prozent: boolean;
  nomen: string;
  linien: Querlinie[];
  skala: Skala;
  hinweise: string[];
}

/** What Vega's module gives: a compiled chart that takes rows and signals, and gives an SVG. */
interface Vegakern {
  parse(spec: object, config: object, options: object): object;
  expressionInterpreter: unknown;
  View: new (
    laufplan: object,
    options: object,
  ) => {
    signal(name: string, wert: unknown): unknown;
    data(name: string, zeilen: object[]): unknown;
    runAsync(): Promise<unknown>;
    toSVG(): Promise<string>;
    finalize(): unknown;
  };
}

/** A choice that can be made, or cannot, and then why. */
interface Moeglichkeit {
  wert: string;
  wort: string;
}

/** An indicator that can be set beside others; each figure holds group, time, day, value, text and text with unit. */
interface Vergleichsreihe {
  name: string;
  zeitwort: string;
  einheit: string;
  prozent: boolean;
  stellen: number;
  definition: string;
  quelle: string;
  adresse: string;
  bruch: number;
  luecke: number;
  gruppen: string[];
  zahlen: [gruppe: number, zeit: string, tag: number, wert: number | null, text: string, lang: string][];
}

/** What the form for a report on a measure knows: its questions in order, words of lists, what is needed when. */
interface Meldedaten {
  massnahme: string;
  fragen: [id: string, frage: string, pflicht: boolean][];
  worte: Record<string, Record<string, string>>;
  aktiv: string[];
  mitBeleg: string[];
  ende: string;
  email: string;
  betreff: string;
  hoechstens: number;
  textfeld: string;
}
