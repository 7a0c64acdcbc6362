/** Saves a plot as a file of its own: the same colours as on the screen, and nothing that it would have to load. */
import { linesOf } from './plot-frame';

/** What a stylesheet gives to an element of a plot and the file must say itself. */
const PROPERTIES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'paint-order',
  'opacity', 'font-family', 'font-size', 'font-weight', 'font-variant-numeric',
] as const;

/** Around the plot, and for each line of the question above it, in pixels. */
const [MARGIN_PX, LINE_PX, FONT_PX] = [16, 24, 16] as const;

/** A plot has this many pixels in a PNG for each on the screen. */
const PNG_SCALE = 2;

/** The plot as the text of an SVG file. `title` is its question. */
export function svgTextOf(plot: SVGSVGElement, title: string): string {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const originals = [...plot.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) writeStyle(originals[index]!, element);
  removeComments(copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('class');
  const { width, height } = plot.viewBox.baseVal;
  // A title is set larger than the words that `linesOf` measures.
  const lines = linesOf(title, (width * 13) / (FONT_PX * 1.1));
  const place = { x: -MARGIN_PX, y: -MARGIN_PX - lines.length * LINE_PX };
  const size = { width: width + 2 * MARGIN_PX, height: height - place.y + MARGIN_PX };
  const numbers = (values: object): Record<string, string> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  copy.setAttribute('viewBox', `${place.x} ${place.y} ${size.width} ${size.height}`);
  for (const [key, value] of Object.entries(numbers(size))) copy.setAttribute(key, value);
  const { backgroundColor, color, fontFamily } = getComputedStyle(plot);
  const ground = svgElement('rect', { ...numbers({ ...place, ...size }), fill: backgroundColor });
  const heading = lines.map((line, index) => {
    const y = String(FONT_PX + (index - lines.length) * LINE_PX - MARGIN_PX / 2);
    const text = svgElement('text', { x: '0', y, fill: color, 'font-family': fontFamily, 'font-size': String(FONT_PX), 'font-weight': '650' });
    text.textContent = line;
    return text;
  });
  const name = svgElement('title', {});
  name.textContent = title;
  const description = svgElement('desc', {});
  description.textContent = plot.getAttribute('aria-label') ?? '';
  copy.prepend(name, description, ground, ...heading);
  return new XMLSerializer().serializeToString(copy);
}

/** The plot as a PNG. @throws DOMException when the browser cannot draw it. */
export async function pngOf(plot: SVGSVGElement, title: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgTextOf(plot, title)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * PNG_SCALE;
    canvas.height = image.naturalHeight * PNG_SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new DOMException('The canvas gave no picture.')) : resolve(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the browser's downloads. */
export function download(content: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The download reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function writeStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PROPERTIES) to.setAttribute(property, style.getPropertyValue(property));
  to.removeAttribute('class');
}

function removeComments(copy: Node): void {
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

function svgElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
