export function SourcesView() {
  return <h1>SourcesView</h1>;
}
