import { type Quadtree, quadtree } from 'd3-quadtree';
import { pointer, select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Places } from './mapModel';
import { fillSquare, PixelColours } from './pointRaster';

/** Pixels around the chart, and the distance at which a point is meant. */
const margin = 28;
const reach = 10;
const maxZoom = 60;

export interface Points {
  readonly places: Places;
  /** The number of each point's colour. */
  readonly colours: readonly number[];
  /** Which are drawn in full; the others stand back. */
  readonly isLit: (point: number) => boolean;
  /** Which have a ring around them. */
  readonly isMarked: (point: number) => boolean;
}

export interface Theme {
  readonly colours: readonly string[];
  readonly text: string;
  readonly faint: string;
}

export interface CanvasEvents {
  hover(point: number | undefined, x: number, y: number): void;
  click(point: number, event: MouseEvent): void;
  /** A rectangle was drawn with Shift. */
  area(points: readonly number[]): void;
}

/** Points on a canvas: moved and enlarged by wheel, drag and touch, found by their nearness to the pointer. */
export class PointCanvas {
  private transform: ZoomTransform = zoomIdentity;
  private points: Points | undefined;
  private tree: Quadtree<number> | undefined;
  private labels: readonly (readonly [text: string, x: number])[] = [];
  /** Points that are drawn alike, in the order in which they are drawn. */
  private layers: readonly {
    readonly lit: boolean;
    readonly number: number;
    readonly members: readonly number[];
  }[] = [];
  private area: { x: number; y: number; toX: number; toY: number } | undefined;
  private isDrawing = false;
  /** Of the canvas, in pixels of the page: asked of it anew each time, they would cost a layout. */
  private width = 0;
  private height = 0;
  private image: ImageData | undefined;
  private readonly pixelColours = new PixelColours();
  private readonly behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([1, maxZoom])
    .filter((event: MouseEvent | WheelEvent) => !event.shiftKey && !('button' in event && event.button));

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly theme: () => Theme,
    private readonly events: CanvasEvents,
  ) {
    const selection = select(canvas);
    this.behaviour.on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      this.transform = event.transform;
      this.draw();
    });
    selection.call(this.behaviour).on('dblclick.zoom', null);
    canvas.addEventListener('pointermove', event => this.moved(event));
    canvas.addEventListener('pointerleave', () => this.events.hover(undefined, 0, 0));
    canvas.addEventListener('pointerdown', event => this.pressed(event));
    canvas.addEventListener('pointerup', () => this.released());
    canvas.addEventListener('click', event => {
      const [x, y] = pointer(event, canvas);
      const point = event.shiftKey ? undefined : this.at(x, y);
      if (point !== undefined) this.events.click(point, event);
    });
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  show(points: Points, labels: readonly (readonly [text: string, x: number])[]): void {
    const isSame = this.points?.places === points.places;
    this.points = points;
    this.labels = labels;
    this.layers = layersOf(points);
    if (!isSame) {
      const { places } = points;
      this.tree = quadtree<number>()
        .x(i => places[2 * i]!)
        .y(i => places[2 * i + 1]!)
        .addAll(points.colours.flatMap((_, i) => (Number.isNaN(places[2 * i]!) ? [] : [i])));
      select(this.canvas).call(this.behaviour.transform, zoomIdentity);
    }
    this.draw();
  }

  draw(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const context = this.canvas.getContext('2d');
    const { points, width, height, image } = this;
    if (!context || !points || !image) return;
    const ratio = devicePixelRatio;
    const { colours, text, faint } = this.theme();
    const size = Math.min(9, (points.colours.length > 5000 ? 2.5 : 4.5) * this.transform.k ** 0.4);
    const raster = { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height };
    raster.pixels.fill(0);
    const axes = this.axes();
    const marked: [number, number][] = [];
    for (const { lit, number, members } of this.layers) {
      const pixel = this.pixelColours.pixel(lit ? colours[number]! : faint);
      for (const i of members) {
        const x = axes.x(points.places[2 * i]!);
        const y = axes.y(points.places[2 * i + 1]!);
        if (!(x > -size && x < width + size && y > -size && y < height + size)) continue;
        fillSquare(raster, x * ratio, y * ratio, size * ratio, pixel);
        if (points.isMarked(i)) marked.push([x, y]);
      }
    }
    context.putImageData(image, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.strokeStyle = text;
    context.lineWidth = 1.5;
    for (const [x, y] of marked) {
      context.beginPath();
      context.arc(x, y, size / 2 + 3, 0, 2 * Math.PI);
      context.stroke();
    }
    context.fillStyle = text;
    context.font = getComputedStyle(this.canvas).font;
    context.textAlign = 'center';
    let free = -Infinity;
    for (const [label, at] of this.labels) {
      const x = axes.x(at);
      const half = context.measureText(label).width / 2;
      if (x - half < free || x + half > width) continue;
      free = x + half + 8;
      context.fillText(label, x, height - 6);
    }
    if (!this.area) return;
    const { x, y, toX, toY } = this.area;
    context.setLineDash([4, 3]);
    context.strokeRect(x, y, toX - x, toY - y);
    context.setLineDash([]);
  }

  private moved(event: PointerEvent): void {
    const [x, y] = pointer(event, this.canvas);
    if (this.area) {
      this.area.toX = x;
      this.area.toY = y;
      this.draw();
      return;
    }
    this.events.hover(event.buttons ? undefined : this.at(x, y), x, y);
  }

  private pressed(event: PointerEvent): void {
    if (!event.shiftKey || event.button !== 0) return;
    const [x, y] = pointer(event, this.canvas);
    this.area = { x, y, toX: x, toY: y };
    this.canvas.setPointerCapture(event.pointerId);
  }

  private released(): void {
    const { area, points } = this;
    this.area = undefined;
    if (!area || !points) return;
    const [left, right] = [area.x, area.toX].sort((a, b) => a - b) as [number, number];
    const [top, bottom] = [area.y, area.toY].sort((a, b) => a - b) as [number, number];
    const axes = this.axes();
    const inside = points.colours.flatMap((_, i) => {
      const x = axes.x(points.places[2 * i]!);
      const y = axes.y(points.places[2 * i + 1]!);
      return x >= left && x <= right && y >= top && y <= bottom ? [i] : [];
    });
    this.draw();
    if (inside.length) this.events.area(inside);
  }

  private at(x: number, y: number): number | undefined {
    return this.nearest(x, y, reach / this.transform.k);
  }

  /** Axes have different scales, so what the tree finds is looked at in pixels. */
  private nearest(x: number, y: number, distance: number): number | undefined {
    const { points, transform, tree } = this;
    if (!points || !tree) return undefined;
    const axes = this.axes();
    const width = this.width - 2 * margin;
    const height = this.height - 2 * margin;
    const placeX = (transform.invertX(x) - margin) / width;
    const placeY = 1 - (transform.invertY(y) - margin) / height;
    let best: number | undefined;
    let least = reach * reach;
    tree.visit((node, x0, y0, x1, y1) => {
      const isFar =
        x0 > placeX + distance / width ||
        x1 < placeX - distance / width ||
        y0 > placeY + distance / height ||
        y1 < placeY - distance / height;
      if (isFar) return true;
      if (!('data' in node)) return false;
      for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
        const i = leaf.data;
        const square =
          (axes.x(points.places[2 * i]!) - x) ** 2 + (axes.y(points.places[2 * i + 1]!) - y) ** 2;
        if (square > least || !points.isLit(i)) continue;
        least = square;
        best = i;
      }
      return false;
    });
    return best;
  }

  /** Where places lie now, in pixels of the page. */
  private axes() {
    const { k, x, y } = this.transform;
    const [left, top] = [margin * k + x, margin * k + y];
    const [width, height] = [k * (this.width - 2 * margin), k * (this.height - 2 * margin)];
    return {
      x: (place: number) => left + place * width,
      y: (place: number) => top + (1 - place) * height,
    };
  }

  private resize(): void {
    const { canvas } = this;
    this.width = canvas.clientWidth;
    this.height = canvas.clientHeight;
    canvas.width = this.width * devicePixelRatio;
    canvas.height = this.height * devicePixelRatio;
    this.image = canvas.width && canvas.height ? new ImageData(canvas.width, canvas.height) : undefined;
    this.draw();
  }
}

/** Those that stand back first. */
function layersOf({ colours, isLit }: Points) {
  const layers = new Map<string, { lit: boolean; number: number; members: number[] }>();
  for (const [i, number] of colours.entries()) {
    const lit = isLit(i);
    const name = `${Number(lit)} ${number}`;
    const layer = layers.get(name) ?? { lit, number, members: [] };
    layers.set(name, layer);
    layer.members.push(i);
  }
  return [...layers.values()].sort((a, b) => Number(a.lit) - Number(b.lit) || a.number - b.number);
}
