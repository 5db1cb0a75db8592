import { expect, test } from "vitest";
import { staffName } from "./names";

test("the built-in name of the first account is said in the page's language, a given one as it is", () => {
  expect(staffName("Administrator")).toBe("管理员");
  expect(staffName("王丽")).toBe("王丽");
  expect(staffName("administrator wang")).toBe("administrator wang");
  expect(staffName("")).toBe("");
});
