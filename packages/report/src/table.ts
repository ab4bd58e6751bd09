import { everyNth } from "./every-nth.ts";
import { html } from "./escape.ts";
import type { Insert, Markup } from "./escape.ts";

/** A column of a table; numbers are set flush right. */
export interface Column {
  readonly title: Insert;
  readonly isNumeric?: boolean;
}

/** Rows of a table behind a disclosure; more would make the page slow. */
const MOST_ROWS = 300;

/** A long table behind a disclosure; past {@link MOST_ROWS} it shows every n-th row and says so. */
export function longTable(caption: string, columns: readonly Column[], rows: readonly (readonly Insert[])[]): Markup {
  const shown = everyNth(rows, MOST_ROWS);
  const count = shown.length === rows.length ? `${rows.length}` : `${shown.length} of ${rows.length} shown`;
  return html`<details>
    <summary>${caption} (${count})</summary>
    ${table(caption, columns, shown)}
  </details> `;
}

/**
 * A table that scrolls by itself on a narrow screen and by keyboard.
 *
 * @param caption says what the table shows and in which unit, where all cells share one
 * @param rows as many cells as columns; the first names the row
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Insert[])[],
  emphasised: (row: number) => boolean = () => false,
): Markup {
  const kind = (index: number): Markup => (columns[index]?.isNumeric ? html` class="number"` : html``);
  const head = columns.map(({ title }, index) => html`<th scope="col" ${kind(index)}>${title}</th>`);
  const body = rows.map((cells, row) => {
    const [name, ...others] = cells;
    const data = others.map((cell, index) => html`<td${kind(index + 1)}>${cell}</td>`);
    return html`<tr${emphasised(row) ? html` class="winner"` : undefined}><th scope="row">${name}</th>${data}</tr>
`;
  });
  // The caption stands outside of what scrolls, so that a narrow screen shows it whole.
  return html`<p class="caption">${caption}</p>
    <div class="scroll" role="region" tabindex="0" aria-label="${caption}">
      <table aria-label="${caption}">
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div> `;
}
