import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../i18n";
import { idOf } from "./model";

export interface PlaceBeginning {
  place: string;
  names: Record<string, string>;
  country: string | null;
  zone: string | null;
}

/** What a new place is called and where it is; country and zone may be left to be found out. */
export function placeBeginningForm(
  busy: boolean,
  isOpen: boolean,
  onBegin: (place: PlaceBeginning) => void,
): TemplateResult {
  const text = (
    name: string,
    label: string,
    more: { hint?: string; pattern?: string; required?: boolean } = {},
  ) =>
    html`<label>${label}
      <input name=${name} autocomplete="off" maxlength="100" ?required=${more.required ?? false} pattern=${more.pattern ?? nothing} />
      ${more.hint ? html`<span class="hint">${more.hint}</span>` : nothing}</label>`;
  return html`<details class="ground-new" ?open=${isOpen}><summary>${t("admin.ground.new")}</summary>
    <form @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const said = new FormData(event.target as HTMLFormElement);
      const value = (name: string) => String(said.get(name) ?? "").trim();
      onBegin({
        place: value("place"),
        names: { "zh-Hans": value("zh"), en: value("en") },
        country: value("country").toUpperCase() || null,
        zone: value("zone") || null,
      });
    }} @change=${(event: Event) => propose(event)}>
      <p class="hint">${t("admin.ground.new.hint")}</p>
      <div class="import-fields">
        ${text("zh", t("admin.ground.new.zh"), { required: true })}
        ${text("en", t("admin.ground.new.en"), { required: true })}
        ${text("place", t("admin.ground.new.id"), { required: true, pattern: "[a-z][a-z0-9\\-]{0,39}", hint: t("admin.ground.new.id.hint") })}
        ${text("country", t("admin.ground.new.country"), { pattern: "[A-Za-z]{2}", hint: t("admin.ground.new.country.hint") })}
        ${text("zone", t("admin.ground.new.zone"), { hint: t("admin.ground.new.zone.hint") })}
      </div>
      <button class="primary" ?disabled=${busy}>${t("admin.ground.new.begin")}</button>
    </form></details>`;
}

/** The id follows the English name until somebody writes another. */
function propose(event: Event): void {
  const input = event.target as HTMLInputElement;
  const id = input.form?.elements.namedItem("place") as HTMLInputElement | null;
  if (input.name === "en" && id && id.value === "") id.value = idOf(input.value);
}
