import { html, nothing, type TemplateResult } from "lit";
import { figure, language, languageNames, t } from "../../i18n";
import type { FieldErrors } from "../form";
import type { Standard } from "../model";
import type { Area, AreaDraft, Layer } from "./model";
import { geometryOf, isSame, outlineOf } from "./outline";

export function newDraft(layer: Layer, parent: string): AreaDraft {
  return {
    layer: layer === "administrative" ? "drawn" : layer,
    name: "",
    names: {},
    code: "",
    parent,
    residents: "",
    organisation: "",
    targets: {},
    outline: [],
  };
}

export function draftOf(area: Area): AreaDraft {
  const { layer, name, names, code, parent, residents, organisation, targets } = area.properties;
  return {
    layer,
    name,
    names: { ...names },
    code: code ?? "",
    parent: parent ?? "",
    residents: residents === undefined ? "" : String(residents),
    organisation: organisation ?? "",
    targets: Object.fromEntries(Object.entries(targets).map(([id, share]) => [id, String(share)])),
    outline: outlineOf(area.geometry),
  };
}

/** What is to be sent: all of a new area, of another only what differs from what it was. */
export function bodyOf(draft: AreaDraft, before: AreaDraft | null): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of ["layer", "name", "code", "parent", "organisation"] as const)
    if (draft[field] !== (before?.[field] ?? "")) body[field] = draft[field] || null;
  if (JSON.stringify(filled(draft.names)) !== JSON.stringify(filled(before?.names ?? {})))
    body.names = filled(draft.names);
  if (draft.residents !== (before?.residents ?? "")) body.residents = numberOf(draft.residents);
  const targets = Object.entries(filled(draft.targets));
  if (JSON.stringify(Object.fromEntries(targets)) !== JSON.stringify(filled(before?.targets ?? {})))
    body.targets = Object.fromEntries(targets.map(([id, share]) => [id, numberOf(share) ?? share]));
  if (!before || !isSame(draft.outline, before.outline)) body.geometry = geometryOf(draft.outline);
  return body;
}

/** Null for an empty field; what is no number goes as it is, so that the answer names the field. */
function numberOf(text: string): number | string | null {
  const typed = text.replace(/[\s,]/g, "");
  if (typed === "") return null;
  return Number.isFinite(Number(typed)) ? Number(typed) : typed;
}

function filled(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text.trim())
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

/** What the server calls the field of a standard's target, before its id. */
const TARGETS = "targets.";

interface FormScene {
  draft: AreaDraft;
  areas: Area[];
  id: string | null;
  standards: Standard[];
  errors: FieldErrors;
  mayChange: boolean;
  onChange(part: Partial<AreaDraft>): void;
}

/** Square kilometres read as nothing where a yard is meant. */
const SMALL_M2 = 10_000;

export function sizeText(m2: number): string {
  return m2 < SMALL_M2
    ? t("admin.areas.size_m2", { m2: figure(m2) })
    : t("admin.areas.size", { km2: figure(m2 / 1e6, 3) });
}

/** An area has a share of demand covered only where the standard says how far its points reach, not how dense they lie. */
export const hasTarget = (standard: Standard): boolean => standard.metric !== null;

/** The fields of an area; an administrative one shows those that staff may set. */
export function areaForm(scene: FormScene): TemplateResult {
  const { draft, errors } = scene;
  const imported = draft.layer === "administrative";
  const value = (event: Event) => (event.target as HTMLInputElement).value;
  const text = (
    field: "name" | "code" | "residents" | "organisation",
    label: string,
    more: { disabled?: boolean; hint?: string; numeric?: boolean } = {},
  ) => html`<label>${label}
      <input name=${field} .value=${draft[field]} ?disabled=${more.disabled ?? false}
        inputmode=${more.numeric ? "numeric" : "text"} aria-invalid=${field in errors}
        @input=${(event: Event) => scene.onChange({ [field]: value(event) })} />
      ${error(errors, field)}${more.hint ? html`<span class="hint">${more.hint}</span>` : nothing}</label>`;
  return html`<fieldset class="area-form" ?disabled=${!scene.mayChange}>
    ${imported && scene.mayChange ? html`<p class="hint">${t("admin.areas.imported_outline")}</p>` : nothing}
    ${text("name", t("admin.areas.name"), { disabled: imported })}
    ${imported ? nothing : layerAndParent(scene)}
    ${text("residents", t("admin.areas.residents"), { numeric: true })}
    ${text("organisation", t("admin.areas.organisation"), { hint: t("admin.areas.organisation.hint") })}
    ${
      imported
        ? nothing
        : html`<details ?open=${"code" in errors}><summary>${t("admin.areas.more")}</summary>
          ${text("code", t("admin.areas.code"), { hint: t("admin.areas.code.hint") })}
          ${languageNames().map(
            ([tag, name]) => html`<label>${t("admin.areas.name_in", { language: name })}
              <input lang=${tag} .value=${draft.names[tag] ?? ""}
                @input=${(event: Event) =>
                  scene.onChange({ names: { ...draft.names, [tag]: value(event) } })} /></label>`,
          )}</details>`
    }
    ${targets(scene)}
  </fieldset>`;
}

function layerAndParent({ draft, areas, id, onChange }: FormScene): TemplateResult {
  const value = (event: Event) => (event.target as HTMLSelectElement).value;
  const parents = areas.filter((area) => area.properties.layer === "administrative" && area.id !== id);
  return html`<div class="area-two">
    <label>${t("admin.areas.layer")}
      <select name="layer" @change=${(event: Event) => onChange({ layer: value(event) as Layer })}>
        ${(["urban_village", "grid", "drawn"] as const).map(
          (layer) => html`<option value=${layer} .selected=${layer === draft.layer}>
            ${t(`admin.areas.layer.${layer}`)}</option>`,
        )}</select></label>
    <label>${t("admin.areas.parent")}
      <select name="parent" @change=${(event: Event) => onChange({ parent: value(event) })}>
        ${parents.map(
          (area) => html`<option value=${area.id} .selected=${area.id === draft.parent}>
            ${area.properties.names[language()] ?? area.properties.name}</option>`,
        )}</select></label>
  </div>`;
}

function targets({ draft, standards, errors, onChange }: FormScene): TemplateResult {
  const refused = Object.keys(errors).some((field) => field.startsWith(TARGETS));
  return html`<details ?open=${Object.keys(draft.targets).length > 0 || refused}>
    <summary>${t("admin.areas.targets")}</summary>
    ${standards.filter(hasTarget).map((standard) => {
      const field = TARGETS + standard.id;
      return html`<label class="area-target"><span>${standard.names[language()] ?? standard.names.en ?? standard.id}</span>
        <input name=${field} inputmode="decimal" .value=${draft.targets[standard.id] ?? ""} aria-invalid=${field in errors}
          @input=${(event: Event) =>
            onChange({
              targets: { ...draft.targets, [standard.id]: (event.target as HTMLInputElement).value },
            })} />${error(errors, field)}</label>`;
    })}</details>`;
}

function error(errors: FieldErrors, field: string): TemplateResult | typeof nothing {
  return errors[field] ? html`<span class="field-error" role="alert">${errors[field]}</span>` : nothing;
}
