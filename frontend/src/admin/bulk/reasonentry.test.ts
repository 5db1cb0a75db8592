import { expect, test } from "vitest";
import { reasonFor } from "./reasonentry";

test("a reason that does not fit the status gives way to the first that does, and goes with a status without", () => {
  expect(reasonFor("removed", "")).toBe("vanished");
  expect(reasonFor("removed", "duplicate: see Quai 3")).toBe("duplicate: see Quai 3");
  expect(reasonFor("out_of_service", "duplicate: see Quai 3")).toBe("defective");
  expect(reasonFor("active", "duplicate")).toBe("");
});
