import { readFileSync } from "node:fs";
import type { AtRule, Declaration, Helpers } from "postcss";

const TOKENS = "src/style/tokens.css";

/** `@colours light` and `@colours dark` stand for the colours that tokens.css gives a device which prefers them. */
export const themeColours = {
  postcssPlugin: "theme-colours",
  AtRule: {
    colours(rule: AtRule, { postcss }: Helpers) {
      const colours: Declaration[] = [];
      postcss.parse(readFileSync(TOKENS, "utf8")).walkDecls(/^--/, (one) => {
        const media = one.parent?.parent?.type === "atrule" ? (one.parent.parent as AtRule).params : "";
        const theme = media === "" ? "light" : media.includes("dark") ? "dark" : "";
        if (theme === rule.params && one.value.startsWith("#")) colours.push(one.clone());
      });
      if (colours.length === 0) throw rule.error(`${TOKENS} has no colours for ${rule.params}`);
      rule.replaceWith(colours);
    },
  },
};
