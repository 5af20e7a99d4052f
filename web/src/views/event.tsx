export function EventView() {
  return <h1>EventView</h1>;
}
