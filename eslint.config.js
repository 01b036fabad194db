// What Biome and the types cannot see: syntax, regular expressions and selectors that are newer than the floor.
import esx from "eslint-plugin-es-x";
import { DATEN, fehlt, merkmal } from "./tests/js/untergrenze/daten.js";

const SUCHE = "CallExpression[callee.property.name=/^(querySelector|querySelectorAll|matches|closest)$/]";
const neue = Object.keys(DATEN.css.selectors).filter((name) => fehlt(merkmal("css", "selectors", name)).length);
const TEXT = `/:(?:${neue.join("|")})(?![\\w-])/`;
const message = "The floor of browsers does not know this selector: the whole call throws.";

/** @type {import("eslint").Linter.Config[]} */
export default [
  {
    ...esx.configs["flat/restrict-to-es2022"],
    files: ["docs/assets/js/*.js"],
    languageOptions: { ecmaVersion: 2022 },
    linterOptions: { noInlineConfig: true },
  },
  {
    files: ["docs/assets/js/*.js"],
    rules: {
      // Safari learnt these in 16.4.
      "es-x/no-class-static-block": "error",
      "es-x/no-regexp-lookbehind-assertions": "error",
      "no-restricted-syntax": [
        "error",
        { selector: `${SUCHE} > Literal[value=${TEXT}]`, message },
        { selector: `${SUCHE} > TemplateLiteral > TemplateElement[value.raw=${TEXT}]`, message },
      ],
    },
  },
];
