export function DataSourcesPage() {
  return <h1>DataSources</h1>;
}
