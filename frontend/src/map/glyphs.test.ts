import { expect, test } from "vitest";
import { GLYPHS, sign } from "./glyphs";

test.each(Object.keys(GLYPHS))("public/icons/%s.svg is the sign that the map draws", async (kind) => {
  await expect(sign(kind)).toMatchFileSnapshot(`../../public/icons/${kind}.svg`);
});
