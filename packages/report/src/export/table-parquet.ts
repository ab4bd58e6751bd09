import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { DataColumn, DataTable } from "../data-table.ts";

type ColumnType = "DOUBLE" | "INT32" | "STRING";

/**
 * A table as an Apache Parquet file: the unit of a column stands in its metadata under `unit`, the caption and what wrote the
 * file in those of the file. Empty cells are nulls.
 */
export function tableParquet({ id, caption, columns, rows }: DataTable): Uint8Array {
  const columnData = columns.map((column, index) => ({
    name: column.name,
    type: typeOf(column),
    nullable: true,
    data: rows.map((row) => row[index] ?? null),
  }));
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData }),
    createdBy: "neurofront",
    kvMetadata: [
      { key: "table", value: id },
      { key: "caption", value: caption },
      { key: "units", value: JSON.stringify(Object.fromEntries(columns.map(({ name, unit }) => [name, unit ?? ""]))) },
    ],
  });
  void parquet.write({ columnData });
  for (const { columns: chunks } of parquet.row_groups)
    chunks.forEach((chunk, index) => {
      const { unit } = columns[index]!;
      if (chunk.meta_data !== undefined && unit !== undefined)
        chunk.meta_data.key_value_metadata = [{ key: "unit", value: unit }];
    });
  void parquet.finish();
  return writer.getBytes();
}

function typeOf({ isNumeric, unit }: DataColumn): ColumnType {
  if (!isNumeric) return "STRING";
  return unit === undefined ? "INT32" : "DOUBLE";
}
