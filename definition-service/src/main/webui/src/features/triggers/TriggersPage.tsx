export function TriggersPage() {
  return <h1>Triggers</h1>;
}
