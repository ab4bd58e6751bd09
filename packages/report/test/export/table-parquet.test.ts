import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { candidateTable } from "../../src/export/candidate-table.ts";
import { renderParquet } from "../../src/index.ts";
import { syntheticInput } from "../synthetic-candidates.ts";

describe("a table as Parquet", async () => {
  const table = candidateTable(syntheticInput(undefined, 30), "all");
  const bytes = await renderParquet(table);
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);

  it("reads back cell by cell", async () => {
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(table.rows.length);
    rows.forEach((row, index) =>
      expect(row).toEqual(
        Object.fromEntries(table.columns.map(({ name }, column) => [name, table.rows[index]![column] ?? null])),
      ),
    );
  });

  it("carries the unit in the metadata of each column, in every row group", () => {
    for (const { columns } of metadata.row_groups)
      table.columns.forEach(({ name, unit }, index) => {
        const chunk = columns[index]!.meta_data!;
        expect(chunk.path_in_schema).toEqual([name]);
        expect(chunk.key_value_metadata).toEqual(unit === undefined ? undefined : [{ key: "unit", value: unit }]);
      });
  });

  it("says in the file what it is", () => {
    const notes = new Map(metadata.key_value_metadata!.map(({ key, value }) => [key, value]));
    expect(notes.get("table")).toBe("candidates");
    expect(JSON.parse(notes.get("units")!)).toMatchObject({ energy: "J", delay: "s", search: "" });
    expect(metadata.created_by).toBe("neurofront");
  });

  it("may be empty, and has the same bytes every time", async () => {
    expect(await renderParquet(table)).toEqual(bytes);
    const empty = new Uint8Array(await renderParquet({ ...table, rows: [] })).buffer;
    expect(await parquetReadObjects({ file: empty })).toEqual([]);
  });
});
