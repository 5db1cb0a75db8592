import { html, nothing, type TemplateResult } from "lit";
import { figure, t } from "../../i18n";
import { type Control, NO_CONTROL, readControls, readNumber, withControl } from "./model";

export interface ControlEvents {
  onChange(controls: Control[]): void;
  /** Whose place the next click on the map is. */
  onActive(at: number): void;
}

const VALUES = ["x", "y", "lon", "lat"] as const;

/** The points of a local grid that are known on the map, typed, pasted or clicked, each with how far it is off. */
export function controlTable(
  controls: Control[],
  residuals: (number | null)[],
  active: number,
  events: ControlEvents,
): TemplateResult {
  return html`<section class="ground-controls" aria-label=${t("admin.ground.controls")}>
    <h3>${t("admin.ground.controls")}</h3>
    <p class="hint">${t("admin.ground.controls.hint")}</p>
    <table class="changes"><thead><tr><th scope="col">#</th>
      ${VALUES.map((value) => html`<th scope="col">${t(`admin.ground.control.${value}`)}</th>`)}
      <th scope="col">${t("admin.ground.residual")}</th><td></td></tr></thead>
    <tbody>${controls.map(
      (control, at) => html`<tr aria-selected=${at === active} @focusin=${() => events.onActive(at)}>
        <th scope="row">${at + 1}</th>
        ${VALUES.map((value) => cell(controls, control, at, value, events))}
        <td class="import-n" data-residual>${residuals[at] == null ? "–" : t("admin.ground.metres", { m: metres(residuals[at]) })}</td>
        <td><button class="icon-button" aria-label=${t("admin.ground.control.remove", { n: at + 1 })}
          @click=${() => events.onChange(controls.filter((_, number) => number !== at))}>×</button></td>
      </tr>`,
    )}</tbody></table>
    <button data-add @click=${() => events.onChange([...controls, NO_CONTROL])}>${t("admin.ground.control.add")}</button>
    ${residuals.filter((one) => one !== null).length === 3 ? html`<p class="hint">${t("admin.ground.three")}</p>` : nothing}
  </section>`;
}

const metres = (m: number): string => figure(m, m >= 10 ? 0 : 2);

function cell(
  controls: Control[],
  control: Control,
  at: number,
  value: (typeof VALUES)[number],
  events: ControlEvents,
): TemplateResult {
  return html`<td data-label=${t(`admin.ground.control.${value}`)}><input inputmode="decimal" data-value=${value} autocomplete="off"
    aria-label=${`${t(`admin.ground.control.${value}`)} ${at + 1}`} .value=${control[value] === null ? "" : String(control[value])}
    @paste=${(event: ClipboardEvent) => {
      const pasted = readControls(event.clipboardData?.getData("text") ?? "");
      if (!pasted.length) return;
      event.preventDefault();
      events.onChange([...controls.slice(0, at), ...pasted, ...controls.slice(at + pasted.length)]);
    }}
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      const number = readNumber(input.value);
      input.setCustomValidity(number === undefined ? t("admin.ground.no_number") : "");
      input.reportValidity();
      if (number !== undefined) events.onChange(withControl(controls, at, { [value]: number }));
    }} /></td>`;
}
