import { type PointState, signSvg } from "./sign";

/** A cluster's disc: its width in CSS pixels and what stands in it. */
export interface Disc {
  size: number;
  words: string;
}

const SIGN_PX = 32;
const EDGE_PX = 1;
const MOST_DISCS = 400;
const TWO_PI = 2 * Math.PI;

/**
 * Signs and discs as small pictures in the screen's own pixels, made once each: laying a picture down takes a hundredth of
 * the time that drawing its paths and letters takes.
 */
export class Sprites {
  private readonly signs = new Map<string, HTMLCanvasElement | null>();
  private readonly discs = new Map<string, HTMLCanvasElement>();
  private look = { ink: "", surface: "", font: "", ratio: 1 };

  /** @param arrived told when a sign that was not there yet can be drawn */
  constructor(private readonly arrived: () => void) {}

  /** Before drawing: pictures in other colours, type or pixels than the page's now are made anew. */
  suit(typeScale: number): void {
    const colours = getComputedStyle(document.documentElement);
    const look = {
      ink: colours.getPropertyValue("--ink").trim(),
      surface: colours.getPropertyValue("--surface").trim(),
      font: `600 ${14 * typeScale}px ${getComputedStyle(document.body).fontFamily}`,
      ratio: Math.min(window.devicePixelRatio || 1, 3),
    };
    if (JSON.stringify(look) !== JSON.stringify(this.look) || this.discs.size > MOST_DISCS)
      this.discs.clear();
    if (look.ratio !== this.look.ratio) this.signs.clear();
    this.look = look;
  }

  drawSign(context: CanvasRenderingContext2D, kind: string, state: PointState, x: number, y: number): void {
    const key = `${kind} ${state}`;
    const sign = this.signs.get(key);
    if (sign) this.lay(context, sign, SIGN_PX, x, y);
    else if (sign === undefined) this.load(key, kind, state);
  }

  drawDisc(context: CanvasRenderingContext2D, disc: Disc, x: number, y: number): void {
    const key = `${disc.size} ${disc.words}`;
    let picture = this.discs.get(key);
    if (!picture) {
      picture = this.paintDisc(disc);
      this.discs.set(key, picture);
    }
    this.lay(context, picture, disc.size + 2 * EDGE_PX, x, y);
  }

  /** In whole pixels of the screen, so that nothing is worked out between them. */
  private lay(
    context: CanvasRenderingContext2D,
    picture: HTMLCanvasElement,
    px: number,
    x: number,
    y: number,
  ): void {
    const { ratio } = this.look;
    const whole = (at: number) => Math.round((at - px / 2) * ratio) / ratio;
    context.drawImage(picture, whole(x), whole(y), picture.width / ratio, picture.height / ratio);
  }

  private load(key: string, kind: string, state: PointState): void {
    this.signs.set(key, null); // on its way
    const image = new Image();
    image.onload = () => {
      const [picture, context] = this.blank(SIGN_PX);
      context?.drawImage(image, 0, 0, SIGN_PX, SIGN_PX);
      this.signs.set(key, picture);
      this.arrived();
    };
    const svg = signSvg(kind, state, 2 * SIGN_PX).replace(
      "<svg ",
      '<svg xmlns="http://www.w3.org/2000/svg" ',
    );
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }

  private paintDisc({ size, words }: Disc): HTMLCanvasElement {
    const { ink, surface, font } = this.look;
    const [picture, context] = this.blank(size + 2 * EDGE_PX);
    if (!context) return picture;
    const middle = size / 2 + EDGE_PX;
    context.beginPath();
    context.arc(middle, middle, size / 2 - 1, 0, TWO_PI);
    context.fillStyle = ink;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = surface;
    context.stroke();
    context.fillStyle = surface;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = font;
    context.fillText(words, middle, middle + 1);
    return picture;
  }

  /** @param px edge in CSS pixels, in which its context counts, too */
  private blank(px: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
    const picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(px * this.look.ratio);
    const context = picture.getContext("2d");
    context?.scale(this.look.ratio, this.look.ratio);
    return [picture, context];
  }
}
