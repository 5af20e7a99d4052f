export function MethodView() {
  return <h1>MethodView</h1>;
}
