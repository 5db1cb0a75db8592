import { html, nothing, type TemplateResult } from "lit";
import { figure, t } from "../../i18n";
import {
  type Choice,
  type Control,
  FAR_M,
  NO_CONTROL,
  OFF_M,
  readControls,
  readNumber,
  withControl,
  worstControl,
} from "./model";

export interface ControlEvents {
  onChange(controls: Control[]): void;
  onAccept(isAccepted: boolean): void;
  /** Whose place the next click on the map is. */
  onActive(at: number): void;
}

const VALUES = ["x", "y", "lon", "lat"] as const;

/** The points of a local grid that are known on the map, typed, pasted or clicked, each with how far it is off. */
export function controlTable(
  { controls, accepts_fit }: Pick<Choice, "controls" | "accepts_fit">,
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
        ${residual(residuals[at] ?? null)}
        <td><button class="icon-button" aria-label=${t("admin.ground.control.remove", { n: at + 1 })}
          @click=${() => events.onChange(controls.filter((_, number) => number !== at))}>×</button></td>
      </tr>`,
    )}</tbody></table>
    <button data-add @click=${() => events.onChange([...controls, NO_CONTROL])}>${t("admin.ground.control.add")}</button>
    ${worstView(worstControl(residuals), accepts_fit, events)}
    ${residuals.filter((one) => one !== null).length === 3 ? html`<p class="hint">${t("admin.ground.three")}</p>` : nothing}
  </section>`;
}

function residual(m: number | null): TemplateResult {
  if (m === null) return html`<td class="import-n" data-residual>–</td>`;
  const text = t("admin.ground.metres", { m: metres(m) });
  return m > OFF_M
    ? html`<td class="import-n ground-off" data-residual><strong>${text}</strong><small>${t("admin.ground.residual.off")}</small></td>`
    : html`<td class="import-n" data-residual>${text}</td>`;
}

/** Which point is to be looked at, and where it is far off, whether the grid is wanted all the same. */
function worstView(
  worst: ReturnType<typeof worstControl>,
  isAccepted: boolean,
  events: ControlEvents,
): TemplateResult {
  if (!worst || worst.metres <= OFF_M) return html`${nothing}`;
  const m = metres(worst.metres);
  return html`<p class="notice" role="status" data-worst=${worst.at + 1}>${t("admin.ground.residual.worst", { n: worst.at + 1, m })}</p>
    ${
      worst.metres > FAR_M
        ? html`<label class="import-system"><input type="checkbox" name="accepts_fit" .checked=${isAccepted}
            @change=${(event: Event) => events.onAccept((event.target as HTMLInputElement).checked)} />
            <span>${t("admin.ground.residual.accept", { m })}</span></label>`
        : nothing
    }`;
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
