import type { Plugin } from "vite";
import { tokenCss } from "../src/ui/tokens.ts";

const name = "virtual:tokens.css";

/** Serves the tokens of src/ui/tokens.ts as CSS variables, so that a style sheet and a chart read the same values. */
export function tokenStyle(): Plugin {
  return {
    name: "token-style",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? tokenCss() : undefined),
  };
}
