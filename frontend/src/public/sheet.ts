import { t } from "../i18n";

/** The heights of the phone's bottom sheet. On a desk the sheet is a plain column and heights mean nothing. */
export type Height = "peek" | "half" | "full";

const HEIGHTS: Height[] = ["peek", "half", "full"];
const TAP_PX = 6;
/** As sheet.css has it. */
const HALF = 0.58;

/** The bottom sheet: dragged by its handle, or set by the handle as a button and by the arrow keys. */
export class Sheet {
  private height: Height = "peek";
  private readonly handle: HTMLButtonElement;

  constructor(
    private readonly sheet: HTMLElement,
    private readonly onChange: () => void,
  ) {
    this.handle = sheet.querySelector<HTMLButtonElement>(".sheet-handle") as HTMLButtonElement;
    this.handle.addEventListener("pointerdown", (event) => this.drag(event));
    this.handle.addEventListener("click", (event) => {
      if (event.detail === 0) this.next(); // from the keyboard; a tap is handled by drag()
    });
    this.handle.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      this.set(HEIGHTS[Math.min(2, Math.max(0, HEIGHTS.indexOf(this.height) + step))]);
    });
    this.set("peek");
    new ResizeObserver(() => this.onResize()).observe(sheet);
  }

  /** Pixels of the map that the sheet covers from below, once it has come to rest. */
  covered(): number {
    if (matchMedia("(min-width: 800px)").matches) return 0;
    return this.height === "half" ? innerHeight * HALF : this.sheet.getBoundingClientRect().height;
  }

  private onResize(): void {
    document.documentElement.style.setProperty("--sheet-covers", `${Math.round(this.covered())}px`);
  }

  atLeast(height: Height): void {
    if (HEIGHTS.indexOf(this.height) < HEIGHTS.indexOf(height)) this.set(height);
  }

  set(height: Height): void {
    this.height = height;
    this.sheet.dataset.height = height;
    this.sheet.style.removeProperty("height");
    this.handle.setAttribute("aria-label", t(height === "full" ? "sheet.less" : "sheet.more"));
    this.handle.setAttribute("aria-expanded", String(height !== "peek"));
    this.onChange();
  }

  private next(): void {
    this.set(HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length]);
  }

  private drag(down: PointerEvent): void {
    const startHeight = this.sheet.getBoundingClientRect().height;
    let moved = 0;
    this.handle.setPointerCapture(down.pointerId);
    this.sheet.classList.add("sheet-dragging");
    const move = (event: PointerEvent) => {
      moved = down.clientY - event.clientY;
      const height = Math.min(innerHeight - 60, Math.max(96, startHeight + moved));
      this.sheet.style.setProperty("height", `${height}px`);
    };
    const up = () => {
      this.handle.removeEventListener("pointermove", move);
      this.handle.removeEventListener("pointerup", up);
      this.handle.removeEventListener("pointercancel", up);
      this.sheet.classList.remove("sheet-dragging");
      if (Math.abs(moved) < TAP_PX) this.next();
      else this.set(this.nearestTo(startHeight + moved));
    };
    this.handle.addEventListener("pointermove", move);
    this.handle.addEventListener("pointerup", up);
    this.handle.addEventListener("pointercancel", up);
  }

  private nearestTo(pixels: number): Height {
    const share = pixels / innerHeight;
    return share > 0.7 ? "full" : share > 0.38 ? "half" : "peek";
  }
}
