import { sendJson } from "../http";
import { t } from "../i18n";

/** Staff's button: shows the public what stands now; the page says how it went. */
export function enablePublishing(box: HTMLElement): void {
  const button = box.querySelector("button");
  const status = box.querySelector<HTMLElement>("[role=status]");
  button?.addEventListener("click", async () => {
    button.disabled = true;
    const { place } = box.dataset;
    try {
      await sendJson("POST", "/admin/api/runs/publish", { place });
      if (status) status.textContent = t("report.publish.done");
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      if (status) status.textContent = t("report.publish.failed", { reason });
    }
    button.disabled = false;
  });
}
