export function PlacesView() {
  return <h1>PlacesView</h1>;
}
export function PlaceView() {
  return <h1>PlaceView</h1>;
}
