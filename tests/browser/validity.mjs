// Every page is valid HTML by html-validate's standard rules. None is turned off: they are about validity.
import { HtmlValidate, StaticConfigLoader } from "./packages.mjs";
import { counted, fail, finish } from "./report.mjs";
import { pages } from "./site.mjs";

const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:standard"], elements: ["html5"] }),
);

for (const { address, file } of pages) {
  counted();
  for (const { messages, source } of validator.validateFileSync(file).results) {
    const lines = source.split("\n");
    for (const { line, column, ruleId, message } of messages) {
      const near = lines[line - 1].slice(Math.max(0, column - 30), column + 90);
      fail(`${address}:${line}:${column}: ${near}`, `${ruleId}: ${message}`);
    }
  }
}

finish(`${pages.length} pages read`);
