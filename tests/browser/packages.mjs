// The three npm packages. They are installed below target/, not beside these files, so that the work
// tree stays clean; `require` looks for them there.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.OIT_NODE_PACKAGES, "package.json"));

export const { chromium } = require("playwright-core");
export const axe = require("axe-core");
export const { HtmlValidate, StaticConfigLoader } = require("html-validate");
