export function ActorView() {
  return <h1>ActorView</h1>;
}
export function ActorsView() {
  return <h1>ActorsView</h1>;
}
