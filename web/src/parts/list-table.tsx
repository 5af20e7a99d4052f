import type { ComponentChildren } from "preact";
import { type Item, type Paged, Pages } from "./pages";

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly class?: "numeric" | "name";
}

export interface ListTableProps<P extends Paged> {
  readonly path: P;
  readonly query: Record<string, string | number | boolean | null>;
  readonly what: string;
  readonly none: string;
  readonly id: (row: Item<P>) => string;
  /** The first column names the row. */
  readonly columns: readonly [Column<Item<P>>, ...Column<Item<P>>[]];
}

/** A list of the API as a table, a page at a time. */
export function ListTable<P extends Paged>({ path, query, what, none, id, columns }: ListTableProps<P>) {
  return (
    <Pages path={path} query={query} what={what} none={none}>
      {(rows) => <Rows rows={rows} id={id} columns={columns} />}
    </Pages>
  );
}

function Rows<T>({ rows, id, columns }: { rows: readonly T[]; id: (row: T) => string; columns: readonly [Column<T>, ...Column<T>[]] }) {
  const [first, ...others] = columns;
  return (
    <div class="scroll-x">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column.head}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={id(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map((column) => (
                <td class={column.class} key={column.head}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
