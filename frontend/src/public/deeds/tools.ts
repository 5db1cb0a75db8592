import { t } from "../../i18n";
import { findOverlay, listOverlays } from "../overlay";
import { overlayName } from "../overlaychoice";
import type { Stage } from "../stage";

export interface ToolDeeds {
  shareView(): void;
  printSheet(): void;
  /** Asks what coverage there is to show, once. */
  listOverlays(): void;
  /** @param standard whose coverage lies on the map; null for none */
  showOverlay(standard: string | null): void;
  /** The online layer: at once, or after a second yes where a position is known. */
  showOnline(on: boolean): void;
}

/** What a visitor does with the map beside finding: share it, print it, lay coverage over it. Dialogs come when asked for. */
export function toolDeeds(stage: Stage): ToolDeeds {
  const lay = () => stage.map?.layOver(findOverlay(stage.state)?.tiles ?? null);
  const failed = () => stage.change({ failure: navigator.onLine ? "server" : "offline" });
  const ask = () => {
    const { place, overlays, overlayTrouble } = stage.state;
    if (!place || overlays || overlayTrouble === "loading") return;
    stage.change({ overlayTrouble: "loading" });
    listOverlays(place.id).then(
      (found) => {
        stage.change({ overlays: found, overlayTrouble: null });
        lay();
      },
      () => stage.change({ overlayTrouble: "failed" }),
    );
  };
  return {
    shareView() {
      import("../share/dialog").then(({ openShareDialog }) => openShareDialog(stage), failed);
    },
    printSheet() {
      import("../print/sheet").then(({ openPrintSheet }) => openPrintSheet(stage), failed);
    },
    listOverlays: ask,
    showOnline(on) {
      const { online, origin } = stage.state;
      const next = !on ? "off" : origin && online === "off" ? "asked" : "on";
      stage.change({ online: next });
      stage.map?.showOnline(next === "on");
    },
    showOverlay(standard) {
      if (standard === stage.state.overlay && stage.state.overlays) return;
      stage.change({ overlay: standard });
      if (!stage.state.overlays) {
        if (standard) ask();
        return;
      }
      lay();
      const shown = findOverlay(stage.state);
      stage.say(shown ? t("overlay.shown", { name: overlayName(shown) }) : t("overlay.hidden"));
    },
  };
}
