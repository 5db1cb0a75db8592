/**
 * Sizes of type and lines are written in px, 16 to the rem, and built as rem: so they follow the size that a visitor set in
 * his browser, and the large type of ours, without a second set of sizes.
 */
export const typeInRem = {
  postcssPlugin: "type-in-rem",
  Declaration(declaration: { prop: string; value: string }) {
    if (!/^(font|font-size|line-height)$/.test(declaration.prop)) return;
    const value = declaration.value.replace(/\b(\d+(?:\.\d+)?)px\b/g, (_, px) => `${Number(px) / 16}rem`);
    if (value !== declaration.value) declaration.value = value;
  },
};
