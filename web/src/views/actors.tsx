import { useHere, useLinks } from "../here";
import { ChoiceFilter, Filters, TextFilter } from "../parts/filter-form";
import { ListTable } from "../parts/list-table";

/** Every actor the records name. */
export function ActorsView() {
  const { route } = useHere();
  const link = useLinks();
  const query = { text: route.query.text ?? "", described: route.query.described === "true", limit: 100 };
  return (
    <div class="stack">
      <h1>Actors</h1>
      <Filters names={["text", "described"]}>
        <TextFilter name="text" label="Name" hint="any of its names" />
        <ChoiceFilter name="described" label="Show" none="named actors" options={[["true", "also those only described"]]} />
      </Filters>
      <ListTable
        path="actors"
        query={query}
        what="actors"
        none="No record names such an actor."
        id={(row) => row.id}
        columns={[
          {
            head: "Actor",
            cell: (row) => (
              <>
                <a class="name" href={link("actor", row.id)}>
                  {row.name}
                </a>{" "}
                {!row.registered && row.named && <span class="tag">not in actors.toml</span>}
              </>
            ),
          },
          { head: "Side", cell: (row) => row.side ?? "", class: "name" },
          { head: "Events", cell: (row) => row.events, class: "numeric" },
          { head: "Records", cell: (row) => row.records, class: "numeric" },
        ]}
      />
    </div>
  );
}
