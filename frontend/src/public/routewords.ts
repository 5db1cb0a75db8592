import { language, type MessageKey, t } from "../i18n";
import type { StreetName, WalkStep, WalkTurn } from "../walk";
import { distance } from "./words";

/** Two texts a turn: into a street that has a name, and where it has none. */
const TURNS: Record<Exclude<WalkTurn, "stairs" | "arrive">, [named: MessageKey, unnamed: MessageKey]> = {
  start: ["route.start_on", "route.start"],
  straight: ["route.straight_on", "route.straight"],
  slight_left: ["route.slight_left_into", "route.slight_left"],
  left: ["route.left_into", "route.left"],
  sharp_left: ["route.sharp_left_into", "route.sharp_left"],
  slight_right: ["route.slight_right_into", "route.slight_right"],
  right: ["route.right_into", "route.right"],
  sharp_right: ["route.sharp_right_into", "route.sharp_right"],
  back: ["route.back_on", "route.back"],
};

export function streetName(street: StreetName): string {
  return (
    (language() === "en" ? street.en : language().startsWith("zh") ? street.zh : undefined) ?? street.name
  );
}

/** One line of the way: "Turn left into Rue Grimaldi, 40 m". */
export function stepWords({ turn, street, metres }: WalkStep): string {
  if (turn === "arrive") return t("route.arrive");
  const far = distance(metres);
  if (turn === "stairs") {
    return street
      ? t("route.stairs_of", { street: streetName(street), distance: far })
      : t("route.stairs", { distance: far });
  }
  const [named, unnamed] = TURNS[turn];
  return street ? t(named, { street: streetName(street), distance: far }) : t(unnamed, { distance: far });
}

/** Whole minutes, rounded up: nobody is told less than it takes. */
export function walkMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}
