import type { MessageKey } from "../i18n";
import type { Standard } from "./model";

export const ORIGINS = ["read_in_text", "secondary", "assumed"] as const;
export type Origin = (typeof ORIGINS)[number];

type Sourced = "limit" | "speed_mps" | "turnout_s" | "density_km2_per_point" | "per_10000_residents";

/** Values of which a standard says where they are from. */
export const SOURCED: { name: Sourced; label: MessageKey }[] = [
  { name: "limit", label: "admin.standards.limit" },
  { name: "speed_mps", label: "admin.standards.speed" },
  { name: "turnout_s", label: "admin.standards.turnout" },
  { name: "density_km2_per_point", label: "admin.standards.density" },
  { name: "per_10000_residents", label: "admin.standards.per_residents" },
];

export function originOf(standard: Standard, field: Sourced): Origin {
  return ORIGINS.find((origin) => standard[origin].includes(field)) ?? "assumed";
}

/** The latest version of each, whatever order they come in. */
export function latestOf(standards: Iterable<Standard>): Standard[] {
  const latest = new Map<string, Standard>();
  for (const one of standards) {
    const known = latest.get(one.id);
    if (!known || known.version < one.version) latest.set(one.id, one);
  }
  return [...latest.values()];
}

/** What the form says, as the server takes it; fields without a value are null. */
export function bodyOfStandard(typed: FormData, base: Standard | null): Record<string, unknown> {
  const text = (name: string) => String(typed.get(name) ?? "").trim();
  const body: Record<string, unknown> = {
    id: text("id"),
    base_version: base?.version ?? null,
    names: { ...base?.names, "zh-Hans": text("name_zh"), en: text("name_en") },
    kinds: typed.getAll("kinds"),
    layers: typed.getAll("layers"),
    metric: text("metric") || null,
    direction: text("direction") || null,
    min_points: Number(text("min_points")),
    density_denominator: text("density_denominator"),
    hours_bind: typed.has("hours_bind"),
    private_ways: typed.has("private_ways"),
    computed: base?.computed ?? true,
    source: text("source"),
  };
  const origins: Record<Origin, string[]> = { read_in_text: [], secondary: [], assumed: [] };
  for (const { name } of SOURCED) {
    const value = text(name).replace(",", ".");
    const number = value === "" ? null : Number(value);
    body[name] = Number.isNaN(number) ? -1 : number;
    const given = number !== null && !(name === "turnout_s" && number === 0);
    if (given) origins[text(`origin_${name}`) as Origin].push(name);
  }
  return { ...body, ...origins };
}
