import type { SvgElement } from "./svg-element.ts";

/** How an element of a drawing is painted: presentation attributes, its own and inherited. */
export interface Paint {
  /** A colour, or `none`. */
  readonly fill: string;
  readonly stroke: string;
  /** Pixels. */
  readonly strokeWidth: number;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly dashes: readonly number[];
  readonly lineCap: "butt" | "round" | "square";
  readonly lineJoin: "miter" | "round" | "bevel";
  /** Pixels. */
  readonly fontSize: number;
  readonly isBold: boolean;
  readonly anchor: "start" | "middle" | "end";
  /** The stroke lies behind the text as a halo. */
  readonly hasHalo: boolean;
}

/** What SVG paints with where nothing is said. */
export function rootPaint(): Paint {
  return {
    fill: "black",
    stroke: "none",
    strokeWidth: 1,
    fillOpacity: 1,
    strokeOpacity: 1,
    dashes: [],
    lineCap: "butt",
    lineJoin: "miter",
    fontSize: 16,
    isBold: false,
    anchor: "start",
    hasHalo: false,
  };
}

/** The paint of an element within another's. Group opacity is multiplied into its members. */
export function paintOf(element: SvgElement, inherited: Paint): Paint {
  const own = (name: string): string | undefined => element.getAttribute(name) ?? undefined;
  const number = (name: string, otherwise: number): number => {
    const text = own(name);
    if (text === undefined) return otherwise;
    const value = Number(text.replace(/px$/, ""));
    if (!Number.isFinite(value)) throw new Error(`a figure has ${name}="${text}", which is not a number of pixels`);
    return value;
  };
  const opacity = number("opacity", 1);
  const weight = own("font-weight");
  // The style of the root sets the size for the whole figure.
  const styled = /font-size:\s*([\d.]+)px/.exec(own("style") ?? "")?.[1];
  return {
    fill: own("fill") ?? inherited.fill,
    stroke: own("stroke") ?? inherited.stroke,
    strokeWidth: number("stroke-width", inherited.strokeWidth),
    fillOpacity: opacity * number("fill-opacity", inherited.fillOpacity),
    strokeOpacity: opacity * number("stroke-opacity", inherited.strokeOpacity),
    dashes: dashesOf(own("stroke-dasharray")) ?? inherited.dashes,
    lineCap: (own("stroke-linecap") as Paint["lineCap"] | undefined) ?? inherited.lineCap,
    lineJoin: (own("stroke-linejoin") as Paint["lineJoin"] | undefined) ?? inherited.lineJoin,
    fontSize: styled === undefined ? number("font-size", inherited.fontSize) : Number(styled),
    isBold: weight === undefined ? inherited.isBold : weight === "bold" || Number(weight) >= 600,
    anchor: (own("text-anchor") as Paint["anchor"] | undefined) ?? inherited.anchor,
    hasHalo: own("paint-order") === undefined ? inherited.hasHalo : own("paint-order")!.startsWith("stroke"),
  };
}

function dashesOf(text: string | undefined): number[] | undefined {
  if (text === undefined) return undefined;
  return text === "none" ? [] : text.split(/[\s,]+/).map(Number);
}
