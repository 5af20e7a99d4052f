export function DocumentsView() {
  return <h1>DocumentsView</h1>;
}
export function DocumentView() {
  return <h1>DocumentView</h1>;
}
