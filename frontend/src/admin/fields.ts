import { figure, language, type MessageKey, t } from "../i18n";
import type { Kind, KindField } from "./model";

/** How a field is filled in; flag is yes, no or unknown. */
export type Entry = "text" | "long" | "number" | "date" | "flag" | "check" | "choice" | "hours" | "point";

/** One field of the form. Its key names one value of the flat draft, such as names.en or attributes.brand. */
export interface Field {
  key: string;
  label: string;
  entry: Entry;
  hint?: string;
  options?: { value: string; label: string }[];
  unit?: string;
  min?: number;
  max?: number;
}

export interface FieldGroup {
  id: string;
  title: string;
  fields: Field[];
}

export const LANGUAGES = ["zh-Hans", "en"] as const;

type Plain = [key: string, entry: Entry, more?: { options?: string[]; hint?: boolean; unit?: string }];

const GROUPS: Record<string, Plain[]> = {
  what: [
    ["name", "text", { hint: true }],
    ["names.*", "text"],
  ],
  where: [
    ["lon", "number"],
    ["lat", "number"],
    ["address", "text"],
    ["placement.*", "text", { hint: true }],
    ["level", "text", { hint: true }],
    ["indoor", "flag"],
    ["accuracy_m", "number", { unit: "m" }],
  ],
  reach: [
    ["opening_hours", "hours", { hint: true }],
    ["access", "choice", { options: ["yes", "permissive", "customers", "private", "no", "unknown"] }],
    ["locked", "flag"],
    ["how_to_open.*", "long", { hint: true }],
    ["wheelchair", "choice", { options: ["yes", "limited", "no", "unknown"] }],
  ],
  who: [
    ["operator", "text", { hint: true }],
    ["phone", "text"],
    ["phone_is_duty_line", "check"],
    ["parent", "point", { hint: true }],
  ],
  upkeep: [
    ["visibility", "choice", { options: ["public", "internal"], hint: true }],
    ["verified_on", "date"],
    ["next_check_due", "date"],
  ],
};

/** Languages that texts are often needed in beside ours. */
export const MORE_LANGUAGES = [
  "zh-Hant",
  "ja",
  "ko",
  "fr",
  "de",
  "es",
  "pt",
  "it",
  "ru",
  "ar",
  "vi",
  "th",
  "id",
  "ms",
];

/** A language as the page's language calls it. */
export function languageName(tag: string): string {
  if ((LANGUAGES as readonly string[]).includes(tag)) return t(`admin.language.${tag}` as MessageKey);
  return new Intl.DisplayNames(language(), { type: "language" }).of(tag) ?? tag;
}

/** Our languages, those that a point has texts in, and those that were asked for. */
export function textLanguages(flat: Record<string, unknown>, more: string[]): string[] {
  const tags = Object.keys(flat)
    .map((key) => /^(?:names|placement|how_to_open)\.(.+)$/.exec(key)?.[1])
    .filter((tag) => tag !== undefined);
  return [...new Set([...LANGUAGES, ...tags, ...more])];
}

/** The groups of the form for a kind, in reading order, labels in the page's language. */
export function fieldGroups(kind: Kind | undefined, languages: readonly string[] = LANGUAGES): FieldGroup[] {
  const groups = Object.entries(GROUPS).map(([id, fields]) => ({
    id,
    title: t(`admin.group.${id}` as MessageKey),
    fields: fields.flatMap((field) => plainFields(field, languages)),
  }));
  if (kind && kind.fields.length > 0) {
    groups.splice(1, 0, { id: "kind", title: kindName(kind), fields: kind.fields.map(kindField) });
  }
  return groups;
}

function plainFields([key, entry, more]: Plain, languages: readonly string[]): Field[] {
  const id = key.replace(".*", "");
  const field: Field = {
    key,
    entry,
    label: t(`admin.field.${id}` as MessageKey),
    hint: more?.hint ? t(`admin.hint.${id}` as MessageKey) : undefined,
    unit: more?.unit,
    options: more?.options?.map((value) => ({ value, label: t(`admin.${id}.${value}` as MessageKey) })),
  };
  if (!key.endsWith(".*")) return [field];
  return languages.map((tag, index) => ({
    ...field,
    key: `${id}.${tag}`,
    label: `${field.label} (${languageName(tag)})`,
    hint: index === 0 ? field.hint : undefined,
  }));
}

const KIND_ENTRIES: Record<KindField["type"], Entry> = {
  text: "text",
  integer: "number",
  number: "number",
  date: "date",
  boolean: "flag",
  choice: "choice",
};

function kindField(field: KindField): Field {
  return {
    key: `attributes.${field.id}`,
    label: field.names[language()] ?? field.id,
    entry: KIND_ENTRIES[field.type],
    unit: field.unit ?? undefined,
    hint: rangeText(field),
    min: field.min ?? undefined,
    max: field.max ?? undefined,
    options: field.values?.map((value) => ({ value: value.id, label: value.names[language()] ?? value.id })),
  };
}

/** Which numbers a field takes, where the registry limits them. */
function rangeText({ min, max, unit }: KindField): string | undefined {
  if (min === null || min === undefined || max === null || max === undefined) return undefined;
  return t("admin.range", { from: figure(min, 3), to: figure(max, 3), unit: unit ?? "" }).trim();
}

export function kindName(kind: Kind | undefined, id = ""): string {
  return kind?.names[language()] ?? kind?.id ?? id;
}

/** The words for any key of a draft, a problem or the history. */
export function labelOf(key: string, kind: Kind | undefined): string {
  for (const group of fieldGroups(kind)) {
    const field = group.fields.find(
      (candidate) => candidate.key === key || `attributes.${key}` === candidate.key,
    );
    if (field) return field.label;
  }
  const [id, tag] = key.split(".");
  const plain = `admin.field.${id}` as MessageKey;
  const text = t(plain);
  if (text === plain) return key;
  return tag ? `${text} (${languageName(tag)})` : text;
}

/** A reason that we offered in the page's language; what was written beside it as it is. */
export function reasonText(reason: string): string {
  const [id, ...rest] = reason.split(": ");
  const key = `admin.reason.${id}` as MessageKey;
  const text = t(key);
  return [text === key ? id : text, ...rest].join(": ");
}

/** A value as people read it: options by their names, flags as yes and no, nothing as a dash. */
export function textOf(key: string, value: unknown, kind: Kind | undefined): string {
  if (value === null || value === undefined || value === "") return "–";
  if (value === true) return t("admin.yes");
  if (value === false) return t("admin.no");
  if (key === "status") return t(`admin.status.${value}` as MessageKey);
  if (key === "status_reason") return reasonText(String(value));
  if (key === "kind") return kindName(kind, String(value));
  if (Array.isArray(value)) return value.map((line) => textOf("", line, kind)).join("; ") || "–";
  if (typeof value === "object") {
    const parts = Object.entries(value as object).filter(([, part]) => part !== null && part !== "");
    return parts.map(([, part]) => textOf("", part, kind)).join(" · ") || "–";
  }
  for (const group of fieldGroups(kind)) {
    const option = group.fields
      .find((field) => field.key === key)
      ?.options?.find((one) => one.value === value);
    if (option) return option.label;
  }
  if ((key === "lon" || key === "lat") && typeof value === "number") return value.toFixed(6);
  return String(value);
}
