import type { Schema } from "../api/client";
import { useLinks } from "../here";

/** An actor by name, with the way to its own view where it has one. */
export function ActorLink({ actor }: { actor: Schema["ActorRef"] }) {
  const link = useLinks();
  if (!actor.id) return <span class="name">{actor.name}</span>;
  return (
    <a class="name" href={link("actor", actor.id)}>
      {actor.name}
    </a>
  );
}
