import { type MessageKey, t } from "../../i18n";
import { kindName } from "../fields";
import type { Kind } from "../model";
import type { FieldChange } from "./model";

/** What a field of an account, an area or a standard is called. */
const LABELS: Record<string, MessageKey> = {
  display_name: "admin.accounts.display_name",
  organisation: "admin.accounts.organisation",
  role: "admin.accounts.role",
  needs_review: "admin.accounts.needs_review",
  areas: "admin.accounts.areas",
  name: "admin.areas.name",
  names: "admin.staff_activity.field.names",
  layer: "admin.areas.layer",
  parent: "admin.areas.parent",
  code: "admin.areas.code",
  residents: "admin.areas.residents",
  targets: "admin.staff_activity.field.targets",
  outline: "admin.staff_activity.field.outline",
  areas_new: "admin.staff_activity.field.areas_new",
  areas_changed: "admin.staff_activity.field.areas_changed",
  kinds: "admin.standards.kinds",
  metric: "admin.standards.metric",
  limit: "admin.standards.limit",
  speed_mps: "admin.standards.speed",
  turnout_s: "admin.standards.turnout",
  direction: "admin.standards.direction",
  min_points: "admin.standards.min_points",
  hours_bind: "admin.standards.hours_bind",
  private_ways: "admin.standards.private_ways",
  density_km2_per_point: "admin.standards.density",
  per_10000_residents: "admin.standards.per_residents",
  density_denominator: "admin.standards.denominator",
  layers: "admin.standards.layers",
  source: "admin.standards.source",
  read_in_text: "admin.standards.origin.read_in_text",
  secondary: "admin.standards.origin.secondary",
  assumed: "admin.standards.origin.assumed",
};

/** Where the words of a field's values stand, one behind each key. */
const WORDS: Record<string, string> = {
  role: "admin.role.",
  layer: "admin.areas.layer.",
  layers: "admin.standards.layer.",
  metric: "admin.standards.metric.",
  direction: "admin.standards.direction.",
  density_denominator: "admin.standards.denominator.",
};

/** A change in words: the field with what it was and is, or alone where the record holds no values. */
export function changeText({ field, before, after }: FieldChange, kinds: Map<string, Kind>): string {
  const label = labelOf(field);
  if (before == null && after == null) return label;
  const is = wordsOf(field, after, kinds);
  return before == null && field !== "areas"
    ? t("admin.staff_activity.set", { field: label, after: is })
    : t("admin.staff_activity.change", { field: label, before: wordsOf(field, before, kinds), after: is });
}

/** A field that a newer part has added and no word names yet is shown as it is stored. */
function labelOf(field: string): string {
  const key = LABELS[field];
  return key ? t(key) : field;
}

function wordsOf(field: string, value: string | null | undefined, kinds: Map<string, Kind>): string {
  if (value == null) return field === "areas" ? t("admin.staff_activity.everywhere") : "–";
  if (value === "true") return t("admin.yes");
  if (value === "false") return t("admin.no");
  if (field === "kinds") return listed(value, (id) => kindName(kinds.get(id), id));
  const words = WORDS[field];
  if (words) return listed(value, (word) => known(`${words}${word}`, word));
  if (/^(read_in_text|secondary|assumed)$/.test(field)) return listed(value, labelOf);
  return value;
}

const listed = (value: string, name: (part: string) => string) => value.split(", ").map(name).join(", ");

function known(key: string, word: string): string {
  const text = t(key as MessageKey);
  return text === key ? word : text;
}
