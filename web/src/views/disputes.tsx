export function DisputesView() {
  return <h1>DisputesView</h1>;
}
