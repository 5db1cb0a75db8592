import * as L from "leaflet";

/** One canvas over the view and a little more, drawn anew after each move and stretched while the zoom is animated. */
export abstract class ViewCanvas extends L.Renderer {
  protected canvas!: HTMLCanvasElement;
  private frame = 0;

  constructor(
    private readonly canvasClass: string,
    options: L.RendererOptions,
  ) {
    super(options);
    (this as unknown as { _layers: object })._layers = {};
  }

  /** Draws anew in the next frame, however often it is asked for until then. */
  refresh(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.drawView();
    });
  }

  /** Nothing is in view: the canvas is given up, which for a phone's screen is some megabytes. */
  protected abstract isEmpty(): boolean;

  /** @param origin of the canvas in the zoom's pixels */
  protected abstract draw(
    context: CanvasRenderingContext2D,
    origin: L.Point,
    size: L.Point,
    zoom: number,
  ): void;

  /** How much larger than usual type is: words on the map grow with those on the page. */
  protected typeScale(): number {
    return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  }

  /** A spot of the map's container as the canvas counts. */
  protected fromCorner(spot: L.Point): L.Point {
    return this._map.containerPointToLayerPoint(spot).subtract(L.DomUtil.getPosition(this.canvas));
  }

  // Leaflet's renderers call these three.
  protected _initContainer(): void {
    this.canvas = document.createElement("canvas");
    this.canvas.className = this.canvasClass;
    (this as unknown as { _container: HTMLElement })._container = this.canvas;
  }

  protected _destroyContainer(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
  }

  protected _update(): void {
    if (!(this as unknown as { _center?: L.LatLng })._center) this.measure(); // a zoom may come before the first frame
    this.refresh();
  }

  /** The base class works out the padded box, and from where a zoom stretches what is drawn. */
  private measure(): void {
    (L.Renderer.prototype as unknown as { _update(): void })._update.call(this);
  }

  private drawView(): void {
    const map = this._map;
    if (!map || (map as unknown as { _animatingZoom?: boolean })._animatingZoom) return;
    this.measure();
    if (this.isEmpty()) {
      if (this.canvas.width > 0) this.canvas.width = 0;
      return;
    }
    const { min, max } = (this as unknown as { _bounds: L.Bounds })._bounds as { min: L.Point; max: L.Point };
    const size = max.subtract(min);
    const pixelRatio = Math.min(window.devicePixelRatio || 1, 3);
    L.DomUtil.setPosition(this.canvas, min);
    const context = this.canvas.getContext("2d");
    if (!context) return;
    const [width, height] = [Math.floor(size.x * pixelRatio), Math.floor(size.y * pixelRatio)];
    if (this.canvas.width === width && this.canvas.height === height) {
      context.resetTransform();
      context.clearRect(0, 0, width, height); // far cheaper than megabytes given back and asked for again
    } else {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${size.x}px`;
      this.canvas.style.height = `${size.y}px`;
    }
    const origin = map.getPixelOrigin().add(min);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    this.draw(context, origin, size, map.getZoom());
  }
}
