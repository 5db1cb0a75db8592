import { pointAddress } from "../pointlinks";
import type { Stage } from "../stage";

export interface ShareDeeds {
  share(id: string, title: string): Promise<void>;
}

/** Handing a point's address on: by the device's own menu, else by the clipboard, else to be copied by hand. */
export function shareDeeds(stage: Stage): ShareDeeds {
  return {
    async share(id, title) {
      const url = pointAddress(id);
      if (navigator.share) {
        try {
          await navigator.share({ title, url });
          return;
        } catch (cause) {
          if (cause instanceof DOMException && cause.name === "AbortError") return; // changed his mind
        }
      }
      const copied = await navigator.clipboard?.writeText(url).then(
        () => true,
        () => false,
      );
      stage.change({ shared: { id, copied: copied === true } });
    },
  };
}
